import Glibc
import TUI

/// Where a word to the person at the shell goes, so that what a program reads has none of it.
enum StandardError {
    static func say(_ message: SafeText) {
        let line = Array(("desk: " + message.string + "\n").utf8)
        _ = write(STDERR_FILENO, line, line.count)
    }
}
