import CNcurses

/// The memory of the process, which holds personal data as it is typed.
public enum ProcessMemory {
    /// No core file is written when the process crashes, and no other process of the user looks into it.
    ///
    /// ``CursesTerminal`` does it; a program that holds secrets before it opens a terminal calls it first.
    public static func keepPrivate() {
        cn_keep_memory_private()
    }
}
