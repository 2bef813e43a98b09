import Glibc

/// Finds the programs that come with desk: beside desk's own executable, then in PATH.
enum Executable {
    static func find(
        _ name: String, beside folder: String? = ownFolder(), path: String? = environment("PATH")
    ) -> String? {
        var folders = folder.map { [$0] } ?? []
        // An empty or relative entry would run whatever lies in the folder that desk was started from.
        folders += (path ?? "").split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
        for folder in folders {
            let candidate = folder + "/" + name
            var status = stat()
            if stat(candidate, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
                access(candidate, X_OK) == 0
            {
                return candidate
            }
        }
        return nil
    }

    /// The folder of the running executable.
    static func ownFolder() -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard count > 0 else { return nil }
        let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return path.lastIndex(of: "/").map { String(path[..<$0]) }
    }

    static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
