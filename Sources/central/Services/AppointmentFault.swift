import Forms
import Models

/// Why nothing can be handed over at a moment that somebody promises: an appointment stands on a day and at an hour at
/// which the unit's desk is open.
enum AppointmentFault {
    static func of(_ moment: Instant, _ calendar: WorkCalendar) -> InputFault? {
        let day = moment.date
        guard calendar.isWorking(day) else {
            return InputFault(
                "/due_at", "day_off",
                "\(day.display) là ngày nghỉ theo lịch làm việc của đơn vị nên không hẹn trả được.",
                hint: calendar.workingDay(after: day).map { "Ngày làm việc kế tiếp là \($0.display)." })
        }
        guard !calendar.isOpen(at: moment) else { return nil }
        return InputFault(
            "/due_at", "outside_hours", "\(moment.clock) ngày \(day.display) ngoài giờ làm việc của đơn vị.",
            hint: "Giờ làm việc ngày đó: \(calendar.hoursText(on: day)).")
    }
}
