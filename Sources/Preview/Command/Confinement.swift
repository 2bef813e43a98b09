import Glibc

/// What a hostile file can cost at the most: this process, and so much of the machine.
enum Confinement {
    /// Address space, in bytes: the largest picture that is taken, decoded twice over, and the libraries.
    static let memory = 1 << 30
    /// Seconds of the processor.
    static let seconds = 10
    /// The most that may be written into one file, in bytes; the picture is at most 1.5 MB.
    static let output = 4 << 20

    /// For the rest of this process. A limit that is lower already stays.
    static func enter() {
        limit(RLIMIT_AS, memory)
        limit(RLIMIT_CPU, seconds)
        limit(RLIMIT_FSIZE, output)
        limit(RLIMIT_CORE, 0)
        // A reader that goes away is an error to report, and so is a file over its allowed size.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }

    private static func limit(_ resource: __rlimit_resource, _ value: Int) {
        var limits = rlimit()
        guard getrlimit(__rlimit_resource_t(resource.rawValue), &limits) == 0 else { return }
        let wanted = min(rlim_t(value), limits.rlim_max)
        limits.rlim_cur = min(wanted, limits.rlim_cur)
        limits.rlim_max = wanted
        setrlimit(__rlimit_resource_t(resource.rawValue), &limits)
    }
}
