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

    /// Bytes that one officer may send in a day: some hundred dossiers with scanned papers.
    static let largestDay = 4 << 30

    /// A part as the transaction needs it: everything that takes long was done before, beside the single writer.
    struct PreparedPart: Sendable {
        var offset: Int
        var size: Int
        var hash: Data
        var parts: [FileTable.Part]
        /// Of the whole file, where this part is its end.
        var whole: Whole?
    }

    /// What all bytes of a file say of it.
    struct Whole: Sendable {
        var sha256: String
        var type: FileType?
    }

    /// Hashes and seals a part, and looks at the whole file where the part ends it.
    static func prepare(
        _ stored: UploadTable.Stored, at offset: Int, _ bytes: [UInt8], store: Store, seal: DataSeal
    ) async throws -> PreparedPart {
        var prepared = PreparedPart(
            offset: offset, size: bytes.count, hash: Data(SHA256.hash(data: bytes)), parts: [], whole: nil)
        guard offset == stored.upload.offset, !stored.upload.complete,
            bytes.count <= stored.upload.size - offset
        else { return prepared }
        prepared.parts = try FileTable.parts(bytes, at: offset, seal: seal)
        guard offset + bytes.count == stored.upload.size else { return prepared }
        var content = try await store.read { try FileTable.bytes($0, owner: stored.owner, seal: seal) }
        // Another part came in between: the transaction says so.
        guard content.count == offset else { return prepared }
        content.append(contentsOf: bytes)
        prepared.whole = Whole(sha256: content.sha256.hex, type: FileType(content: content))
        return prepared
    }

    /// Adds a part. The last one makes the upload a file, or refuses all of it.
    static func append(
        _ database: Database, _ id: ID, officer: ID, _ part: PreparedPart, now: Instant
    ) throws -> Result<Upload, ProblemError> {
        guard var stored = try UploadTable.find(database, id: id, officer: officer, at: now) else {
            return .failure(ProblemError(.notFound))
        }
        let offset = part.offset
        if offset == stored.lastOffset, stored.lastHash == part.hash { return .success(stored.upload) }
        let misplaced = ProblemError(
            .uploadOffset, headers: ["upload-offset": String(stored.upload.offset)])
        guard offset == stored.upload.offset, !stored.upload.complete else { return .failure(misplaced) }
        guard part.size <= stored.upload.size - offset, part.size > 0 else {
            let words = "Phần này có \(part.size) byte, tệp còn \(stored.upload.size - offset) byte."
            return .failure(ProblemError.input([.init("", "wrong_size", words)]))
        }
        // It was prepared for another state of the upload: the same part, sent again, is prepared for this one.
        let isLast = offset + part.size == stored.upload.size
        guard !part.parts.isEmpty, isLast == (part.whole != nil) else { return .failure(misplaced) }
        try FileTable.append(database, owner: stored.owner, part.parts)
        stored.upload.offset += part.size
        (stored.lastOffset, stored.lastHash) = (offset, part.hash)
        if let whole = part.whole {
            if let fault = try finish(database, &stored, whole, now) {
                try UploadTable.delete(database, id: id)
                return .failure(fault)
            }
        }
        try UploadTable.update(database, stored)
        return .success(stored.upload)
    }

    private static func finish(
        _ database: Database, _ stored: inout UploadTable.Stored, _ whole: Whole, _ now: Instant
    ) throws -> ProblemError? {
        guard whole.sha256 == stored.upload.sha256 else {
            return .input([
                .init(
                    "/sha256", "hash_mismatch",
                    "Nội dung nhận được không khớp mã SHA-256 đã báo; gửi lại từ đầu.")
            ])
        }
        guard let type = whole.type else {
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

    /// Counts a file to the officer's day.
    ///
    /// - Throws: A 429 that says how much there was and when more may be sent.
    static func count(
        _ database: Database, _ size: Int, officer: ID, on day: LocalDate, now: Instant
    ) throws {
        let sent = try UploadTable.bytes(database, officer: officer, on: day)
        guard sent + size <= largestDay else {
            let wait = Instant(date: day.adding(days: 1), hour: 0, minute: 0).seconds - now.seconds
            throw ProblemError(
                .tooManyRequests,
                detail:
                    "Hôm nay cán bộ đã gửi \(sent >> 20) MiB, mỗi ngày nhiều nhất \(largestDay >> 20) MiB. "
                    + "Gửi tiếp từ ngày mai, hoặc nộp bản giấy.",
                headers: ["retry-after": String(max(1, wait))])
        }
        try UploadTable.add(database, size, officer: officer, on: day)
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
