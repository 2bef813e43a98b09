import APIClient
import Glibc

/// What goes into a program and what comes out of it, while it runs.
struct ChildTalk {
    enum End {
        /// It has closed its outputs.
        case ended
        /// Or it wrote too much.
        case timedOut
        case cancelled
    }

    private(set) var output: [UInt8] = []
    /// The first 8 KiB of its standard error.
    private(set) var complaint: [UInt8] = []

    private var rest: ArraySlice<UInt8>
    private let file: RawPath?
    private let longestOutput: Int
    private let wake: Int32
    // Its side and ours; −1 where there is none, or none any more.
    private var input: (theirs: Int32, ours: Int32) = (-1, -1)
    private var answers: (theirs: Int32, ours: Int32) = (-1, -1)
    private var errors: (theirs: Int32, ours: Int32) = (-1, -1)

    /// nil where the system has no pipes left.
    init?(input: ChildProcess.Input, longestOutput: Int, wake: Int32) {
        self.longestOutput = longestOutput
        self.wake = wake
        switch input {
        case .bytes(let bytes):
            rest = bytes[...]
            file = nil
        case .file(let path):
            rest = []
            file = path
        }
        guard let errors = ChildProcess.makePipe() else { return nil }
        self.errors = (errors.write, errors.read)
        if file == nil {
            guard let pipe = ChildProcess.makePipe() else {
                closeAll()
                return nil
            }
            self.input = (pipe.read, pipe.write)
        }
        guard let answers = ChildProcess.makePipe() else {
            closeAll()
            return nil
        }
        self.answers = (answers.write, answers.read)
    }

    mutating func closeAll() {
        for place in [\ChildTalk.input, \.answers, \.errors] {
            Self.shut(&self[keyPath: place].theirs)
            Self.shut(&self[keyPath: place].ours)
        }
    }

    private static func shut(_ number: inout Int32) {
        if number >= 0 { close(number) }
        number = -1
    }

    /// Starts the program on its side of the pipes, and closes that side here. nil where it can't be started.
    mutating func spawn(_ path: String, arguments: [String]) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let file {
            let flags = O_RDONLY | O_NOCTTY | O_NONBLOCK
            _ = file.withCString { posix_spawn_file_actions_addopen(&actions, 0, $0, flags, 0) }
        } else {
            posix_spawn_file_actions_adddup2(&actions, input.theirs, 0)
        }
        posix_spawn_file_actions_adddup2(&actions, answers.theirs, 1)
        posix_spawn_file_actions_adddup2(&actions, errors.theirs, 2)
        let started = ChildProcess.spawn(path, arguments: arguments, actions: &actions, flags: 0)
        Self.shut(&input.theirs)
        Self.shut(&answers.theirs)
        Self.shut(&errors.theirs)
        guard case .success(let pid) = started else { return nil }
        return pid
    }

    /// Feeds and listens until the program has nothing more to say, or there is no use in it.
    mutating func untilEnd(_ end: Int64) -> End {
        if input.ours >= 0 {
            _ = fcntl(input.ours, F_SETFL, O_NONBLOCK)
            if rest.isEmpty { Self.shut(&input.ours) }
        }
        while errors.ours >= 0 || answers.ours >= 0 {
            let left = end - ChildJob.milliseconds()
            guard left > 0 else { return .timedOut }
            var waits = [
                pollfd(fd: errors.ours, events: Int16(POLLIN), revents: 0),
                pollfd(fd: answers.ours, events: Int16(POLLIN), revents: 0),
                pollfd(fd: input.ours, events: Int16(POLLOUT), revents: 0),
                pollfd(fd: wake, events: Int16(POLLIN), revents: 0),
            ]
            let count = poll(&waits, 4, Int32(clamping: left))
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return .timedOut }
            if waits[3].revents != 0 { return .cancelled }
            if waits[2].revents != 0 { feed() }
            if waits[1].revents != 0, let piece = Self.take(&answers.ours) {
                output += piece
                guard output.count <= longestOutput else { return .timedOut }
            }
            if waits[0].revents != 0, let piece = Self.take(&errors.ours), complaint.count < 8192 {
                complaint += piece
            }
        }
        return .ended
    }

    private mutating func feed() {
        // A child that ends early must not end desk with SIGPIPE: this thread blocks it, write says EPIPE.
        let count = rest.withUnsafeBytes { write(input.ours, $0.baseAddress, $0.count) }
        if count > 0 { rest = rest.dropFirst(count) }
        if rest.isEmpty || (count < 0 && errno != EINTR && errno != EAGAIN) { Self.shut(&input.ours) }
    }

    /// What has come; nil, and closed, where nothing more will.
    private static func take(_ number: inout Int32) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        let count = read(number, &buffer, buffer.count)
        if count < 0 && errno == EINTR { return [] }
        guard count > 0 else {
            shut(&number)
            return nil
        }
        return Array(buffer[..<count])
    }
}
