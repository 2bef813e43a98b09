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
    ///
    /// A new key is on the disk as a whole before the file has its name: a crash leaves no file or a whole one. Of two
    /// programs that make one at the same time, both go on with the key of the first.
    static func load(orMake path: String) throws -> SymmetricKey {
        if access(path, F_OK) != 0 { try make(path) }
        try checkMode(path)
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Refusal(.data, "Tệp khóa \(path) không đọc được.")
        }
        let text = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else {
            throw Refusal(
                .data,
                "Tệp khóa \(path) trống. Chép lại tệp từ bản sao lưu; nếu chưa có dữ liệu nào thì xóa tệp trống này đi."
            )
        }
        guard let key = key(text) else {
            throw Refusal(
                .data, "Tệp khóa \(path) hỏng: phải là ít nhất 32 byte ngẫu nhiên viết bằng base64.")
        }
        return key
    }

    private static func make(_ path: String) throws {
        let draft = path + ".\(getpid()).new"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Refusal(.unavailable, "Không tạo được tệp khóa \(path).") }
        defer { unlink(draft) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data((Data.random(32).base64EncodedString() + "\n").utf8))
            try handle.synchronize()
            try handle.close()
        } catch {
            throw Refusal(.unavailable, "Không ghi được tệp khóa \(path).")
        }
        // Unlike a rename it takes nobody's place.
        guard link(draft, path) == 0 || errno == EEXIST else {
            throw Refusal(.unavailable, "Không tạo được tệp khóa \(path).")
        }
        let folder = open(
            (path as NSString).deletingLastPathComponent.isEmpty
                ? "." : (path as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw Refusal(.unavailable, "Không ghi được tệp khóa \(path).") }
    }
}
