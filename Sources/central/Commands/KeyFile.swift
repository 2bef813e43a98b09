import Crypto
import Foundation
import Glibc

/// Keys in files that nobody else may read.
enum KeyFile {
    /// 32 bytes and more in base64 that look random: a placeholder is no key.
    static func key(_ text: String) -> SymmetricKey? {
        guard let key = Data(base64Encoded: text), key.count >= 32, Set(key).count >= 16 else { return nil }
        return SymmetricKey(data: key.prefix(32))
    }

    /// - Throws: A `Refusal` where somebody else than the file's owner may read or change it.
    static func checkMode(_ path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0 else { throw Refusal(.configuration, "Không đọc được \(path).") }
        guard status.st_mode & 0o077 == 0 else {
            throw Refusal(
                .configuration, "\(path) chứa khóa bí mật nên chỉ chủ tệp được đọc: chmod 600 \(path)")
        }
    }

    /// The key in a file; a new one where there is no file.
    static func load(orMake path: String) throws -> SymmetricKey {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            do {
                try handle.write(contentsOf: Data((Data.random(32).base64EncodedString() + "\n").utf8))
                try handle.synchronize()
            } catch {
                throw Refusal(.unavailable, "Không ghi được tệp khóa \(path).")
            }
        } else if errno != EEXIST {
            throw Refusal(.unavailable, "Không tạo được tệp khóa \(path).")
        }
        try checkMode(path)
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        guard let key = key(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw Refusal(.data, "Tệp khóa \(path) không đọc được.")
        }
        return key
    }
}
