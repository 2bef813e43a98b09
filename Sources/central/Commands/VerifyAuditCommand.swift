import ArgumentParser
import Crypto
import Foundation

/// `central verify-audit`: walks the whole audit chain and says what it found.
struct VerifyAuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify-audit",
        abstract: "Kiểm tra chuỗi nhật ký: sửa, xóa, đổi chỗ hay cắt bớt đều bị phát hiện.")

    @Option(help: "Tệp cơ sở dữ liệu.")
    var database: String

    @Option(help: "Tệp cấu hình có secrets.audit_key; cơ sở dữ liệu tập huấn không cần.")
    var config: String?

    @Option(
        help:
            "Mốc SỐ_MỤC:MÃ đã ghi lại trước đây (nhật ký chạy ghi ở dòng \"audit head\"); chuỗi phải còn chứa nó."
    )
    var head: String?

    @Option(help: "Tệp mốc đã ký (serve --audit-checkpoints); chuỗi phải còn chứa mọi mốc trong đó.")
    var checkpoints: String?

    func run() async throws {
        do {
            try verify()
        } catch let refusal as Refusal {
            FileHandle.standardError.write(Data(("central: " + refusal.message + "\n").utf8))
            throw ExitCode(refusal.reason.rawValue)
        }
    }

    private func verify() throws {
        guard FileManager.default.fileExists(atPath: database) else {
            throw Refusal(.data, "Không có tệp \(database).")
        }
        var known: AuditHead?
        if let head {
            guard let parsed = AuditHead(head) else {
                throw Refusal(.usage, "--head phải có dạng SỐ_MỤC:MÃ.")
            }
            known = parsed
        }
        let store = try ReadOnlyStore(path: database)
        let key = try store.read { try AuditKey.load($0, configuration: config) }
        let heads = try checkpoints.map { try AuditCheckpointing.heads(in: $0, key: key) } ?? []
        switch try store.read({
            try AuditTable.verify($0, key: key, known: known, checkpoints: heads)
        }) {
        case .whole(let count, let hash):
            print("Nhật ký nguyên vẹn: \(count) mục, mã cuối \(hash).")
        case .broken(let seq, let fault):
            print("Nhật ký KHÔNG nguyên vẹn tại mục \(seq): \(Self.words(fault)).")
            throw ExitCode(1)
        }
    }

    private static func words(_ fault: AuditVerdict.Fault) -> String {
        switch fault {
        case .changed: "nội dung đã bị sửa"
        case .gap: "thiếu mục hoặc số thứ tự sai"
        case .unlinked: "không nối với mục đứng trước"
        case .truncated: "số mục không khớp với mốc cuối"
        case .forgedHead: "mốc cuối không do hệ thống ghi"
        }
    }
}
