import Crypto
import Forms
import Foundation
import GRDB
import Models

/// Takes files in, part by part, and looks at their bytes before anybody else does.
enum Uploading {
    /// Seconds until an upload is forgotten, finished or not; what a draft or dossier refers to stays.
    static let lifetime = 24 * 3600
    /// Unfinished ones of one officer.
    static let largestCount = 100

    /// Adds a part. The last one makes the upload a file, or refuses all of it.
    static func append(
        _ database: Database, _ id: ID, officer: ID, at offset: Int, _ bytes: [UInt8], now: Instant,
        seal: DataSeal
    ) throws -> Result<Upload, ProblemError> {
        guard var stored = try UploadTable.find(database, id: id, officer: officer, at: now) else {
            return .failure(ProblemError(.notFound))
        }
        let hash = Data(SHA256.hash(data: bytes))
        if offset == stored.lastOffset, stored.lastHash == hash { return .success(stored.upload) }
        guard offset == stored.upload.offset, !stored.upload.complete else {
            return .failure(
                ProblemError(.uploadOffset, headers: ["upload-offset": String(stored.upload.offset)]))
        }
        guard bytes.count <= stored.upload.size - offset, !bytes.isEmpty else {
            let words = "Phần này có \(bytes.count) byte, tệp còn \(stored.upload.size - offset) byte."
            return .failure(ProblemError.input([.init("", "wrong_size", words)]))
        }
        try FileTable.append(database, owner: stored.owner, at: offset, bytes, seal: seal)
        stored.upload.offset += bytes.count
        (stored.lastOffset, stored.lastHash) = (offset, hash)
        if stored.upload.offset == stored.upload.size {
            if let fault = try finish(database, &stored, now, seal) {
                try UploadTable.delete(database, id: id)
                return .failure(fault)
            }
        }
        try UploadTable.update(database, stored)
        return .success(stored.upload)
    }

    private static func finish(
        _ database: Database, _ stored: inout UploadTable.Stored, _ now: Instant, _ seal: DataSeal
    ) throws -> ProblemError? {
        let content = try FileTable.bytes(database, owner: stored.owner, seal: seal)
        guard content.sha256.hex == stored.upload.sha256 else {
            return .input([
                .init(
                    "/sha256", "hash_mismatch",
                    "Nội dung nhận được không khớp mã SHA-256 đã báo; gửi lại từ đầu.")
            ])
        }
        guard let type = FileType(content: content) else {
            return .input([
                .init(
                    "", "unknown_file_type",
                    "Nội dung tệp không phải PDF, JPEG, PNG, TIFF hay văn bản thuần, dù tên tệp là gì.",
                    hint: "Xuất hoặc quét lại thành một trong các loại đó.")
            ])
        }
        if try FileTable.find(database, sha256: stored.upload.sha256) == nil {
            let file = FileTable.Stored(sha256: stored.upload.sha256, size: stored.upload.size, type: type)
            try FileTable.insert(database, file, at: now)
            try FileTable.move(database, from: stored.owner, to: file.sha256)
        } else {
            try FileTable.deleteParts(database, owner: stored.owner)
        }
        stored.upload.type = type.mediaType
        stored.upload.complete = true
        return nil
    }

    /// The files that answers refer to, each with its pointer.
    static func files(in answers: Answers, of form: FormDefinition) -> [(pointer: String, file: FileAnswer)] {
        var found: [(String, FileAnswer)] = []
        for group in form.groups {
            let rows: [(Int?, Answers)] =
                group.repeats == nil
                ? [(nil, answers)] : answers.rows(group.id).prefix(200).enumerated().map { ($0, $1) }
            for (index, row) in rows {
                for field in group.fields {
                    guard case .files = field.kind else { continue }
                    let path = FieldPath(field.id, group: group.repeats == nil ? nil : group.id, row: index)
                    for (position, item) in row.rows(field.id).enumerated() {
                        guard let file = FileAnswer(item) else { continue }
                        found.append(("\(path.pointer)/\(position)", file))
                    }
                }
            }
        }
        return found
    }

    /// What is wrong with files that somebody refers to: not at hand, or not what the answer says of them.
    static func faults(
        _ files: [(pointer: String, file: FileAnswer)], _ database: Database, grant: Grant, at now: Instant
    ) throws -> [InputFault] {
        var faults: [InputFault] = []
        for (pointer, file) in files {
            guard let stored = try FileTable.find(database, sha256: file.sha256),
                try FileTable.isAtHand(database, sha256: file.sha256, grant: grant, at: now)
            else {
                faults.append(
                    .init(
                        pointer + "/sha256", "unknown_file", "Tệp này chưa được gửi lên; gửi tệp rồi thử lại."
                    ))
                continue
            }
            if stored.size != file.size {
                faults.append(.init(pointer + "/size", "wrong_size", "Tệp có \(stored.size) byte."))
            }
            if stored.type.mediaType != file.type {
                faults.append(
                    .init(
                        pointer + "/type", "file_type",
                        "Nội dung tệp là \(stored.type.name.vi), không phải loại đã ghi."))
            }
        }
        return faults
    }
}
