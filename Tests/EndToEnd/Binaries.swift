import Foundation

/// The built programs under test: the ones beside the test bundle, so that a test never runs a stale copy.
enum Binaries {
    static let folder: URL = {
        if let named = ProcessInfo.processInfo.environment["DESK_BIN_DIR"] {
            return URL(fileURLWithPath: named, isDirectory: true)
        }
        let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return executable.deletingLastPathComponent()
    }()

    static var desk: String { folder.appendingPathComponent("desk").path }
    static var central: String { folder.appendingPathComponent("central").path }
    static var deskPrint: String { folder.appendingPathComponent("desk-print").path }
}
