import Forms
import Glibc
import Synchronization

/// The console of a program's standard input and output.
///
/// The terminal's own line editing stays on: it is what a screen reader knows. Reading blocks, so it happens on
/// the thread that calls ``serve(_:)``, the main one, and never in the concurrency pool.
public final class StandardConsole: LineConsole {
    private enum Request {
        case line(prompt: SafeText, isSecret: Bool, CheckedContinuation<String?, Never>)
        case end
    }

    /// A longer line is none that anybody typed. Bytes.
    public static let longestLine = 1 << 20

    private let requests = Mutex<[Request]>([])
    private let wakeUp = WakeUp()

    public init() {}

    public func say(_ line: SafeText) {
        for part in Self.parts(line) { Self.write(part.string + "\n") }
    }

    /// A terminal breaks what is wider than it in the middle of a word, which is read out as two: words stay whole.
    /// A pipe gets each line as it is.
    private static func parts(_ line: SafeText) -> [SafeText] {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return [line] }
        return broken(line, to: Int(size.ws_col) - 1)
    }

    /// The line in parts of at most so many columns, broken between words.
    static func broken(_ line: SafeText, to columns: Int) -> [SafeText] {
        line.width <= columns ? [line] : line.wrapped(to: max(20, columns))
    }

    public func ask(_ prompt: SafeText, isSecret: Bool) async -> String? {
        await withCheckedContinuation { continuation in
            requests.withLock { $0.append(.line(prompt: prompt, isSecret: isSecret, continuation)) }
            wakeUp.signal()
        }
    }

    /// Runs a program that talks through this console, and returns when it has ended.
    public func serve<Value: Sendable>(_ program: @escaping @Sendable () async -> Value) -> Value {
        let result = Result<Value>()
        Task(executorPreference: EffectPool.shared) { [self] in
            let value = await program()
            result.value.withLock { $0 = value }
            requests.withLock { $0.append(.end) }
            wakeUp.signal()
        }
        var reader = LineReader(longest: Self.longestLine)
        while true {
            wait()
            while let request = requests.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
                switch request {
                case .end:
                    if let value = result.value.withLock({ $0 }) { return value }
                case .line(let prompt, let isSecret, let continuation):
                    // The answer is typed behind its last part.
                    Self.write(Self.parts(prompt).map(\.string).joined(separator: "\n"))
                    continuation.resume(returning: isSecret ? Self.unseen { reader.next() } : reader.next())
                }
            }
        }
    }

    private final class Result<Value: Sendable>: Sendable {
        let value = Mutex<Value?>(nil)
    }

    private func wait() {
        var descriptor = pollfd(fd: wakeUp.descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&descriptor, 1, -1)
        wakeUp.clear()
    }

    /// Reads without echo where the input is a terminal. Interrupts wait meanwhile: one that ended the program
    /// here would leave the terminal without echo.
    private static func unseen(_ read: () -> String?) -> String? {
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return read() }
        var quiet = before
        quiet.c_lflag &= ~tcflag_t(ECHO | ISIG)
        quiet.c_lflag |= tcflag_t(ECHONL)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet)
        defer { tcsetattr(STDIN_FILENO, TCSADRAIN, &before) }
        return read()
    }

    private static func write(_ text: String) {
        let bytes = Array(text.utf8)
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes {
                Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count)
            }
            guard count > 0 || errno == EINTR else { return }
            start += max(0, count)
        }
    }
}
