import Crypto
import Glibc
import Synchronization

/// Where the bytes of a download go, as they come: a file, with its hash reckoned on the way.
///
/// Takes from any thread. After `end()` it takes nothing more, whoever still holds it: a transfer that was cancelled
/// may be a piece behind.
final class FileSink: BodySink {
    private struct State {
        var file: Int32
        var isOpen = true
        var hash = SHA256()
        var count = 0
        var failure: FileFailure?
    }

    private let state: Mutex<State>
    private let calls: FileCalls
    private let onProgress: @Sendable (Int) -> Void

    /// - Parameter file: An open descriptor. It stays the caller's, to be closed after `end()`.
    init(file: Int32, calls: FileCalls, onProgress: @escaping @Sendable (Int) -> Void) {
        state = Mutex(State(file: file))
        self.calls = calls
        self.onProgress = onProgress
    }

    /// An answer begins; what an earlier one left is dropped. False where there is no use in it.
    func begin() -> Bool {
        state.withLock { state in
            guard state.isOpen, state.failure == nil else { return false }
            guard ftruncate(state.file, 0) == 0, lseek(state.file, 0, SEEK_SET) == 0 else {
                state.failure = FileFailure(errno: errno)
                return false
            }
            state.hash = SHA256()
            state.count = 0
            return true
        }
    }

    /// False where the piece could not be kept; `failure` then says why.
    func take(_ piece: UnsafeRawBufferPointer) -> Bool {
        let count: Int? = state.withLock { state in
            guard state.isOpen, state.failure == nil else { return nil }
            var rest = piece[...]
            while !rest.isEmpty {
                let count = calls.write(state.file, UnsafeRawBufferPointer(rebasing: rest))
                if count == -Int(EINTR) { continue }
                guard count > 0 else {
                    state.failure = count == 0 ? .full : FileFailure(errno: Int32(-count))
                    return nil
                }
                rest = rest.dropFirst(count)
            }
            state.hash.update(bufferPointer: piece)
            state.count += piece.count
            return state.count
        }
        guard let count else { return false }
        onProgress(count)
        return true
    }

    /// Takes no more. Answers what there is.
    func end() -> (count: Int, sha256: String, failure: FileFailure?) {
        state.withLock { state in
            state.isOpen = false
            return (state.count, SourceFile.hexadecimal(state.hash.finalize()), state.failure)
        }
    }
}
