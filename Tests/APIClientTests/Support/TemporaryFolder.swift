import Glibc

/// Folders for one test each. Short paths: a socket's has to fit into 107 bytes.
enum TemporaryFolder {
    static func make() throws -> String {
        var template = Array("/tmp/desk-test-XXXXXX".utf8CString)
        guard let path = mkdtemp(&template) else { throw TestServer.Failure(errno) }
        return String(cString: path)
    }
}
