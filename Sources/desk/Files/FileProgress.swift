import APIClient
import Synchronization

/// How far the files of one screen are on their way, told by the threads that read them and looked at by the loop.
final class FileProgress: Sendable {
    private let states = Mutex<[String: UploadProgress]>([:])

    func note(_ progress: UploadProgress, of id: String) {
        states.withLock { $0[id] = progress }
    }

    subscript(id: String) -> UploadProgress? { states.withLock { $0[id] } }

    func forget(_ id: String) {
        states.withLock { _ = $0.removeValue(forKey: id) }
    }
}
