/// How the program ends, as sysexits(3) numbers it where it has a number, so that desk can tell the cases apart.
enum ExitStatus: Int32 {
    case ok = 0
    /// EX_USAGE: wrong options, or a page that the file does not have.
    case usage = 64
    /// EX_DATAERR: the content is damaged, or is not what its first bytes say.
    case damaged = 65
    /// EX_NOINPUT: the file cannot be read.
    case unreadable = 66
    /// EX_UNAVAILABLE: of this kind there is no picture.
    case unknownKind = 69
    /// EX_SOFTWARE: a library failed in a way that says nothing about the file.
    case software = 70
    /// EX_IOERR: nobody takes the picture.
    case output = 74
    /// EX_NOPERM: a PDF that opens with a password only.
    case locked = 77
    /// More bytes, pixels or pages than are looked at.
    case tooLarge = 79
}
