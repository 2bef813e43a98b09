import Glibc
import Synchronization

/// The threads that effects run on: few, made when they are needed, and asleep in the kernel between two jobs.
///
/// Swift's own pool stands on libdispatch, which on Linux wakes once a second for as long as the program lives, to
/// look whether its threads are busy. A program that waits for its officer should not wake at all. Tasks that begin
/// other tasks name this executor too: unstructured tasks don't inherit it.
public final class EffectPool: TaskExecutor {
    public static let shared = EffectPool()

    private struct State {
        var jobs: [UnownedJob] = []
        var threads = 0
        /// Threads that wait for a job.
        var idle = 0
    }

    /// Effects wait for a disk now and then; more of them than this take turns.
    private static let most = 4

    private let state = Mutex(State())
    private let signal: Semaphore

    /// A semaphore may be used by any number of threads, as its page says.
    private struct Semaphore: @unchecked Sendable {
        let pointer: UnsafeMutablePointer<sem_t>
    }

    private init() {
        signal = Semaphore(pointer: .allocate(capacity: 1))
        sem_init(signal.pointer, 0, 0)
    }

    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let needsThread = state.withLock { state in
            state.jobs.append(job)
            guard state.jobs.count > state.idle, state.threads < Self.most else { return false }
            state.threads += 1
            return true
        }
        if needsThread, !start() {
            // What is there has to do. Where nothing is, this thread is all there is.
            let isAlone = state.withLock { state in
                state.threads -= 1
                return state.threads == 0
            }
            if isAlone { while runNext() {} }
        }
        sem_post(signal.pointer)
    }

    private func start() -> Bool {
        // Signals are for the thread that waits for the terminal. Faults stay open: whoever catches them has a
        // terminal to restore.
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        for fault in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGSYS] { sigdelset(&all, fault) }
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        var thread = pthread_t()
        let failure = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<EffectPool>.fromOpaque(context).takeUnretainedValue().work()
                return nil
            }, Unmanaged.passUnretained(self).toOpaque())
        guard failure == 0 else { return false }
        pthread_detach(thread)
        return true
    }

    /// The pool lives as long as the program.
    private func work() {
        while true {
            state.withLock { $0.idle += 1 }
            while sem_wait(signal.pointer) != 0 && errno == EINTR {}
            state.withLock { $0.idle -= 1 }
            _ = runNext()
        }
    }

    private func runNext() -> Bool {
        let job = state.withLock { state in state.jobs.isEmpty ? nil : state.jobs.removeFirst() }
        guard let job else { return false }
        job.runSynchronously(on: asUnownedTaskExecutor())
        return true
    }
}
