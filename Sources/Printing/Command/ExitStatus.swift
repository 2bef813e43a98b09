/// How the program ends, as sysexits(3) numbers it, so that whoever started it can tell the cases apart.
enum ExitStatus: Int32 {
    case ok = 0
    /// EX_USAGE: wrong options.
    case usage = 64
    /// EX_DATAERR: the slip is not one, or cannot be printed as it stands.
    case badData = 65
    /// EX_UNAVAILABLE: no font with the letters of Vietnamese.
    case unavailable = 69
    /// EX_SOFTWARE: the drawing library failed.
    case software = 70
    /// EX_CANTCREAT: the file cannot be made there.
    case cannotCreate = 73
    /// EX_IOERR: reading or writing failed half-way, a full disk among others.
    case inputOutput = 74
}
