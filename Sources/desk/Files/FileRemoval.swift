import APIClient
import Glibc

/// Takes away a file that desk has made for itself.
enum FileRemoval {
    static func remove(_ path: RawPath) {
        _ = path.withCString { unlink($0) }
    }
}
