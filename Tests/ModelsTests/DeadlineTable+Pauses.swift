// Accepted | term | due, on the plain national calendar: Monday to Friday, 08:00–12:00 and 13:00–17:00.
// The expected moments come from a clock that ticks minute by minute, written apart from this code.

/// Pauses, written below the case that they belong to.
let deadlinePauses = """
    # One pause: working time for working units
    Mon 05/10/2026 09:00 |  3 working_day  | Fri 09/10/2026 09:00
        pause Tue 06/10/2026 10:00 – Wed 07/10/2026 10:00
    Mon 05/10/2026 09:00 |  3 working_day  | Thu 08/10/2026 10:30
        pause Tue 06/10/2026 10:00 – Tue 06/10/2026 11:30
    Mon 05/10/2026 09:00 |  3 working_day  | Thu 08/10/2026 11:00
        pause Tue 06/10/2026 11:00 – Tue 06/10/2026 14:00
    Mon 05/10/2026 09:00 |  3 working_day  | Thu 08/10/2026 09:00
        pause Tue 06/10/2026 12:00 – Tue 06/10/2026 13:00
    Mon 05/10/2026 09:00 |  3 working_day  | Thu 08/10/2026 09:00
        pause Tue 06/10/2026 17:00 – Wed 07/10/2026 08:00
    Mon 05/10/2026 09:00 |  5 working_day  | Mon 12/10/2026 14:00
        pause Fri 09/10/2026 15:00 – Mon 12/10/2026 10:00
    Mon 05/10/2026 09:00 |  5 working_day  | Mon 12/10/2026 09:00
        pause Sat 10/10/2026 00:00 – Mon 12/10/2026 00:00
    Mon 05/10/2026 16:00 |  2 working_day  | Thu 08/10/2026 08:00
        pause Tue 06/10/2026 08:00 – Tue 06/10/2026 09:00
    Mon 05/10/2026 08:00 |  2 working_day  | Thu 08/10/2026 08:00
        pause Tue 06/10/2026 08:00 – Wed 07/10/2026 08:00
    Mon 05/10/2026 08:00 |  2 working_day  | Thu 08/10/2026 08:00
        pause Tue 06/10/2026 08:00 – Tue 06/10/2026 17:00
    Mon 05/10/2026 11:00 |  2 working_day  | Wed 07/10/2026 13:00
        pause Tue 06/10/2026 09:00 – Tue 06/10/2026 10:00
    Fri 20/11/2026 09:00 |  5 working_day  | Tue 01/12/2026 09:00
        pause Mon 23/11/2026 14:00 – Wed 25/11/2026 14:00
    Fri 20/11/2026 09:00 |  1 working_day  | Thu 26/11/2026 09:00
        pause Mon 23/11/2026 08:30 – Thu 26/11/2026 08:30
    Mon 05/10/2026 10:00 |  7 working_day  | Wed 11/11/2026 10:00
        pause Wed 07/10/2026 09:00 – Wed 04/11/2026 09:00
    Mon 05/10/2026 10:00 | 25 working_day  | Tue 08/12/2026 16:30
        pause Wed 07/10/2026 09:00 – Wed 04/11/2026 15:30
    Mon 05/10/2026 09:00 |  8 working_hour | Tue 06/10/2026 14:00
        pause Mon 05/10/2026 10:00 – Mon 05/10/2026 15:00
    Mon 05/10/2026 09:00 |  4 working_hour | Wed 07/10/2026 14:00
        pause Mon 05/10/2026 10:00 – Wed 07/10/2026 10:00
    Mon 05/10/2026 09:00 |  2 working_hour | Mon 05/10/2026 11:15
        pause Mon 05/10/2026 10:30 – Mon 05/10/2026 10:45
    Mon 05/10/2026 08:00 |  4 working_hour | Mon 05/10/2026 13:02
        pause Mon 05/10/2026 11:59 – Mon 05/10/2026 13:01
    Mon 05/10/2026 10:00 |  1 same_day     | Tue 06/10/2026 17:00
        pause Mon 05/10/2026 11:00 – Tue 06/10/2026 11:00
    Mon 05/10/2026 10:00 |  1 same_day     | Tue 06/10/2026 10:00
        pause Mon 05/10/2026 14:00 – Mon 05/10/2026 16:00
    Mon 05/10/2026 15:30 |  1 same_day     | Thu 08/10/2026 17:00
        pause Tue 06/10/2026 09:00 – Thu 08/10/2026 09:00
    Mon 05/10/2026 09:00 | 10 calendar_day | Mon 19/10/2026 09:00
        pause Wed 07/10/2026 09:00 – Fri 09/10/2026 09:00
    Mon 05/10/2026 09:00 | 10 calendar_day | Thu 15/10/2026 13:00
        pause Wed 07/10/2026 14:00 – Wed 07/10/2026 18:00
    Mon 05/10/2026 09:00 | 10 calendar_day | Thu 15/10/2026 13:00
        pause Wed 07/10/2026 09:00 – Wed 07/10/2026 12:30
    Mon 05/10/2026 09:00 | 10 calendar_day | Mon 19/10/2026 17:00
        pause Wed 07/10/2026 09:00 – Sat 10/10/2026 23:00
    Mon 05/10/2026 09:00 | 10 calendar_day | Wed 21/10/2026 08:00
        pause Wed 07/10/2026 09:00 – Mon 12/10/2026 20:00
    Mon 05/10/2026 09:00 | 30 calendar_day | Wed 25/11/2026 10:30
        pause Wed 07/10/2026 09:00 – Tue 27/10/2026 10:30
    Mon 05/10/2026 09:00 | 12 calendar_day | Mon 19/10/2026 08:00
        pause Fri 16/10/2026 09:00 – Sat 17/10/2026 05:00

    # Pauses across Tết and other long breaks
    Mon 09/02/2026 09:00 |  5 working_day  | Thu 26/02/2026 09:00
        pause Thu 12/02/2026 10:00 – Tue 24/02/2026 10:00
    Mon 09/02/2026 09:00 |  7 working_day  | Wed 25/02/2026 11:00
        pause Fri 13/02/2026 16:00 – Mon 23/02/2026 09:00
    Mon 09/02/2026 09:00 |  7 working_day  | Wed 25/02/2026 09:00
        pause Sat 14/02/2026 00:00 – Mon 23/02/2026 00:00
    Mon 09/02/2026 09:00 |  7 working_day  | Wed 25/02/2026 09:00
        pause Tue 17/02/2026 09:00 – Wed 18/02/2026 09:00
    Mon 09/02/2026 09:00 | 15 calendar_day | Fri 06/03/2026 09:00
        pause Fri 13/02/2026 09:00 – Mon 23/02/2026 09:00
    Mon 09/02/2026 09:00 |  7 calendar_day | Mon 23/02/2026 09:00
        pause Wed 11/02/2026 09:00 – Fri 13/02/2026 09:00
    Fri 13/02/2026 14:00 |  8 working_hour | Tue 24/02/2026 09:00
        pause Fri 13/02/2026 15:00 – Mon 23/02/2026 10:00
    Fri 13/02/2026 14:00 |  1 same_day     | Mon 23/02/2026 10:30
        pause Fri 13/02/2026 15:00 – Mon 23/02/2026 08:30
    Wed 22/01/2025 09:00 |  5 working_day  | Mon 10/02/2025 14:30
        pause Thu 23/01/2025 09:00 – Tue 04/02/2025 14:30
    Wed 22/01/2025 09:00 | 20 calendar_day | Fri 21/02/2025 09:00
        pause Fri 24/01/2025 09:00 – Mon 03/02/2025 09:00
    Mon 01/02/2027 09:00 |  5 working_day  | Thu 18/02/2027 09:00
        pause Tue 02/02/2027 15:00 – Fri 12/02/2027 15:00
    Thu 27/08/2026 09:00 |  3 working_day  | Mon 07/09/2026 09:00
        pause Fri 28/08/2026 10:00 – Thu 03/09/2026 10:00
    Thu 24/04/2025 09:00 |  5 working_day  | Tue 06/05/2025 11:00
        pause Fri 25/04/2025 16:00 – Mon 28/04/2025 09:00
    Tue 28/04/2026 09:00 |  4 working_day  | Thu 07/05/2026 11:00
        pause Wed 29/04/2026 09:00 – Mon 04/05/2026 11:00
    Mon 23/11/2026 09:00 |  2 working_day  | Thu 26/11/2026 09:00
        pause Tue 24/11/2026 08:00 – Tue 24/11/2026 17:00
    Wed 19/08/2026 09:00 |  4 working_day  | Tue 25/08/2026 13:00
        pause Fri 21/08/2026 15:00 – Mon 24/08/2026 09:00

    # Several pauses, apart, touching, overlapping, one inside another
    Mon 05/10/2026 09:00 |  5 working_day  | Wed 14/10/2026 09:00
        pause Tue 06/10/2026 10:00 – Wed 07/10/2026 10:00
        pause Thu 08/10/2026 14:00 – Fri 09/10/2026 14:00
    Mon 05/10/2026 09:00 |  5 working_day  | Wed 14/10/2026 09:00
        pause Tue 06/10/2026 10:00 – Wed 07/10/2026 10:00
        pause Wed 07/10/2026 10:00 – Thu 08/10/2026 10:00
    Mon 05/10/2026 09:00 |  5 working_day  | Thu 15/10/2026 09:00
        pause Tue 06/10/2026 10:00 – Thu 08/10/2026 10:00
        pause Wed 07/10/2026 10:00 – Fri 09/10/2026 10:00
    Mon 05/10/2026 09:00 |  5 working_day  | Thu 15/10/2026 09:00
        pause Wed 07/10/2026 10:00 – Fri 09/10/2026 10:00
        pause Tue 06/10/2026 10:00 – Thu 08/10/2026 10:00
    Mon 05/10/2026 09:00 |  5 working_day  | Thu 15/10/2026 09:00
        pause Tue 06/10/2026 10:00 – Fri 09/10/2026 10:00
        pause Wed 07/10/2026 10:00 – Thu 08/10/2026 10:00
    Mon 05/10/2026 09:00 |  5 working_day  | Tue 13/10/2026 09:00
        pause Tue 06/10/2026 10:00 – Wed 07/10/2026 10:00
        pause Tue 06/10/2026 10:00 – Wed 07/10/2026 10:00
    Mon 05/10/2026 09:00 |  5 working_day  | Thu 15/10/2026 08:00
        pause Tue 06/10/2026 10:00 – Wed 07/10/2026 10:00
        pause Tue 06/10/2026 15:00 – Thu 08/10/2026 09:00
        pause Mon 12/10/2026 08:00 – Tue 13/10/2026 08:00
    Mon 05/10/2026 09:00 |  2 working_day  | Mon 12/10/2026 09:00
        pause Tue 06/10/2026 10:00 – Wed 07/10/2026 10:00
        pause Wed 07/10/2026 15:00 – Fri 09/10/2026 15:00
    Mon 05/10/2026 09:00 | 10 calendar_day | Mon 19/10/2026 09:00
        pause Tue 06/10/2026 10:00 – Thu 08/10/2026 10:00
        pause Wed 07/10/2026 10:00 – Fri 09/10/2026 10:00
    Mon 05/10/2026 09:00 | 10 calendar_day | Mon 19/10/2026 15:00
        pause Tue 06/10/2026 10:00 – Thu 08/10/2026 10:00
        pause Mon 12/10/2026 10:00 – Tue 13/10/2026 16:00
    Mon 05/10/2026 09:00 |  8 working_hour | Tue 06/10/2026 12:00
        pause Mon 05/10/2026 10:00 – Mon 05/10/2026 11:00
        pause Mon 05/10/2026 10:30 – Mon 05/10/2026 14:00
    Mon 05/10/2026 09:00 |  8 working_hour | Tue 06/10/2026 13:30
        pause Mon 05/10/2026 10:00 – Mon 05/10/2026 11:00
        pause Mon 05/10/2026 14:00 – Mon 05/10/2026 15:00
        pause Tue 06/10/2026 08:00 – Tue 06/10/2026 09:30
    Mon 09/02/2026 09:00 |  5 working_day  | Fri 27/02/2026 08:00
        pause Wed 11/02/2026 10:00 – Fri 13/02/2026 10:00
        pause Thu 12/02/2026 10:00 – Tue 24/02/2026 09:00

    # Pauses that do not count: before the start, empty, after the end, on closed days
    Mon 05/10/2026 09:00 |  3 working_day  | Thu 08/10/2026 09:00
        pause Thu 01/10/2026 09:00 – Fri 02/10/2026 09:00
    Mon 05/10/2026 09:00 |  3 working_day  | Thu 08/10/2026 11:00
        pause Fri 02/10/2026 09:00 – Mon 05/10/2026 11:00
    Mon 05/10/2026 09:00 |  3 working_day  | Thu 08/10/2026 09:00
        pause Tue 06/10/2026 09:00 – Tue 06/10/2026 09:00
    Mon 05/10/2026 09:00 |  3 working_day  | Thu 08/10/2026 09:00
        pause Wed 07/10/2026 09:00 – Tue 06/10/2026 09:00
    Mon 05/10/2026 09:00 |  3 working_day  | Thu 08/10/2026 09:00
        pause Thu 08/10/2026 09:00 – Fri 09/10/2026 09:00
    Mon 05/10/2026 09:00 |  3 working_day  | Thu 08/10/2026 09:00
        pause Thu 08/10/2026 09:01 – Fri 09/10/2026 09:00
    Mon 05/10/2026 09:00 |  3 working_day  | Fri 09/10/2026 09:00
        pause Thu 08/10/2026 08:59 – Fri 09/10/2026 08:59
    Mon 05/10/2026 09:00 |  3 working_hour | Mon 05/10/2026 12:00
        pause Mon 05/10/2026 13:00 – Mon 05/10/2026 14:00
    Mon 05/10/2026 09:00 |  3 working_hour | Mon 05/10/2026 12:00
        pause Mon 05/10/2026 12:00 – Mon 05/10/2026 14:00
    Mon 05/10/2026 09:00 |  7 working_day  | Wed 14/10/2026 09:00
        pause Sat 10/10/2026 09:00 – Sun 11/10/2026 09:00
    Sat 10/10/2026 09:00 |  3 working_day  | Thu 15/10/2026 10:00
        pause Sat 10/10/2026 10:00 – Mon 12/10/2026 10:00
    Mon 05/10/2026 09:00 |  1 same_day     | Mon 05/10/2026 17:00
        pause Mon 05/10/2026 17:00 – Tue 06/10/2026 10:00
    Mon 05/10/2026 09:00 |  5 calendar_day | Mon 12/10/2026 09:00
        pause Sat 10/10/2026 09:00 – Sun 11/10/2026 09:00
    Mon 05/10/2026 09:00 |  5 calendar_day | Tue 13/10/2026 15:00
        pause Sun 11/10/2026 09:00 – Tue 13/10/2026 15:00
    Mon 05/10/2026 09:00 |  5 calendar_day | Mon 12/10/2026 09:00
        pause Mon 12/10/2026 09:00 – Tue 13/10/2026 15:00

    # Resets: the whole term anew from the end of the pause
    Mon 05/10/2026 09:00 |  3 working_day  | Thu 15/10/2026 10:30
        pause Tue 06/10/2026 10:00 – Mon 12/10/2026 10:30 reset
    Mon 05/10/2026 09:00 |  3 working_day  | Fri 16/10/2026 08:00
        pause Tue 06/10/2026 10:00 – Mon 12/10/2026 17:30 reset
    Mon 05/10/2026 09:00 |  3 working_day  | Thu 15/10/2026 08:00
        pause Tue 06/10/2026 10:00 – Sat 10/10/2026 10:30 reset
    Mon 05/10/2026 09:00 |  3 working_day  | Fri 16/10/2026 10:30
        pause Tue 06/10/2026 10:00 – Mon 12/10/2026 10:30 reset
        pause Tue 13/10/2026 08:00 – Wed 14/10/2026 08:00
    Mon 05/10/2026 09:00 |  3 working_day  | Thu 15/10/2026 14:00
        pause Tue 06/10/2026 10:00 – Wed 07/10/2026 10:00
        pause Thu 08/10/2026 14:00 – Mon 12/10/2026 14:00 reset
    Mon 05/10/2026 09:00 |  3 working_day  | Thu 15/10/2026 14:00
        pause Tue 06/10/2026 10:00 – Wed 07/10/2026 10:00 reset
        pause Thu 08/10/2026 14:00 – Mon 12/10/2026 14:00 reset
    Mon 05/10/2026 09:00 |  3 working_day  | Thu 15/10/2026 14:00
        pause Tue 06/10/2026 10:00 – Thu 08/10/2026 10:00 reset
        pause Wed 07/10/2026 14:00 – Mon 12/10/2026 14:00
    Mon 05/10/2026 09:00 |  3 working_day  | Thu 15/10/2026 10:00
        pause Tue 06/10/2026 10:00 – Mon 12/10/2026 10:00
        pause Wed 07/10/2026 14:00 – Thu 08/10/2026 14:00 reset
    Mon 05/10/2026 09:00 |  3 working_day  | Mon 26/10/2026 10:00
        pause Tue 20/10/2026 10:00 – Wed 21/10/2026 10:00 reset
    Mon 05/10/2026 09:00 |  3 working_day  | Thu 08/10/2026 09:00
        pause Thu 01/10/2026 10:00 – Fri 02/10/2026 10:00 reset
    Mon 05/10/2026 09:00 |  1 same_day     | Wed 07/10/2026 17:00
        pause Mon 05/10/2026 10:00 – Wed 07/10/2026 14:59 reset
    Mon 05/10/2026 09:00 |  1 same_day     | Thu 08/10/2026 17:00
        pause Mon 05/10/2026 10:00 – Wed 07/10/2026 15:01 reset
    Mon 05/10/2026 09:00 |  1 same_day     | Mon 12/10/2026 17:00
        pause Mon 05/10/2026 10:00 – Fri 09/10/2026 16:00 reset
    Mon 05/10/2026 09:00 |  8 working_hour | Thu 08/10/2026 12:00
        pause Mon 05/10/2026 10:00 – Wed 07/10/2026 12:30 reset
    Mon 05/10/2026 09:00 |  8 working_hour | Wed 25/11/2026 16:00
        pause Mon 05/10/2026 10:00 – Mon 23/11/2026 16:00 reset
    Mon 05/10/2026 09:00 | 10 calendar_day | Thu 22/10/2026 10:30
        pause Tue 06/10/2026 10:00 – Mon 12/10/2026 10:30 reset
    Mon 05/10/2026 09:00 | 10 calendar_day | Thu 22/10/2026 08:00
        pause Tue 06/10/2026 10:00 – Sat 10/10/2026 10:30 reset
    Mon 05/10/2026 09:00 |  5 calendar_day | Mon 19/10/2026 08:00
        pause Tue 06/10/2026 10:00 – Mon 12/10/2026 18:30 reset
    Mon 09/02/2026 09:00 |  3 working_day  | Thu 26/02/2026 08:00
        pause Thu 12/02/2026 10:00 – Wed 18/02/2026 10:00 reset
    Mon 09/02/2026 09:00 |  3 working_day  | Thu 26/02/2026 10:00
        pause Thu 12/02/2026 10:00 – Mon 23/02/2026 10:00 reset
    Thu 19/11/2026 09:00 |  3 working_day  | Fri 27/11/2026 16:59
        pause Fri 20/11/2026 10:00 – Mon 23/11/2026 16:59 reset

    # Extension-like: a long stop late in the term
    Mon 05/10/2026 09:00 | 15 working_day  | Wed 25/11/2026 09:00
        pause Fri 23/10/2026 16:00 – Mon 23/11/2026 16:00
    Mon 05/10/2026 09:00 | 15 working_day  | Tue 15/12/2026 16:00
        pause Fri 23/10/2026 16:00 – Mon 23/11/2026 16:00 reset
    Mon 05/10/2026 09:00 | 30 calendar_day | Wed 25/11/2026 09:00
        pause Mon 02/11/2026 08:00 – Mon 23/11/2026 08:00
    Mon 05/10/2026 09:00 | 30 calendar_day | Wed 23/12/2026 08:00
        pause Mon 02/11/2026 08:00 – Mon 23/11/2026 08:00 reset
    Tue 01/12/2026 09:00 | 25 working_day  | Tue 26/01/2027 09:00
        pause Mon 21/12/2026 09:00 – Mon 11/01/2027 09:00
    Mon 15/12/2025 13:30 | 30 working_day  | Fri 06/03/2026 14:30
        pause Tue 20/01/2026 10:00 – Fri 27/02/2026 11:00
    """
