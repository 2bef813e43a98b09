import Forms
import HTTPTypes
import Models

/// Files: sent in parts that can be taken up again, kept by their content, read through a dossier or draft only.
enum FileRoutes {
    static let all = [
        Route("createUpload", .post, "/v1/uploads", body: .json, isKeyed: true, handle: create),
        Route("getUpload", .head, "/v1/uploads/{id}", find: upload) { call, _ in
            try reply(try call.thing(UploadTable.Stored.self).upload, status: 200)
        },
        Route("appendUpload", .patch, "/v1/uploads/{id}", body: .bytes, find: upload, handle: append),
        Route("getFile", .get, "/v1/files/{sha256}", find: file, handle: get),
    ]

    private static func create(_ call: Call, _ central: Central) async throws -> Reply {
        let officer = try call.requireGrant().officer
        return try await central.effectOnce.perform(call) {
            var request: UploadRequest = try call.decode()
            request.sha256 = request.sha256.lowercased()
            var faults: [InputFault] = []
            if !FileAnswer.isHash(request.sha256) {
                faults.append(.init("/sha256", "bad_hash", "Mã SHA-256 có 64 chữ số hệ 16."))
            }
            if !(1...FileRule.largestBytes).contains(request.size) {
                faults.append(.init("/size", "out_of_range", "Tệp có từ 1 byte đến 20 MiB."))
            }
            guard faults.isEmpty else { throw ProblemError.input(faults) }
            return request
        } effect: { database, request in
            try FileTable.sweep(database, at: call.now)
            guard try UploadTable.count(database, officer: officer.id, at: call.now) < Uploading.largestCount
            else { throw ProblemError(.tooManyRequests, headers: ["retry-after": "3600"]) }
            try Uploading.count(
                database, request.size, officer: officer.id, on: call.today, now: call.now)
            let upload = Upload(
                id: UUIDv7.make(), sha256: request.sha256, size: request.size, offset: 0, complete: false,
                expiresAt: call.now.adding(seconds: Uploading.lifetime))
            try UploadTable.insert(database, upload, officer: officer.id)
            let entry = AuditEntry(
                at: call.now, officer: officer.id, person: officer.person, unit: officer.unit,
                action: "file.upload", subject: upload.id,
                detail: ["sha256": upload.sha256, "size": String(upload.size)], traceID: call.traceID)
            try AuditTable.append(database, entry, key: central.auditKey)
            return try .json(
                upload, status: 201, headers: ["location": "/v1/uploads/\(upload.id)", "upload-offset": "0"])
        }
    }

    private static func append(_ call: Call, _ central: Central) async throws -> Reply {
        guard let text = call.headers[.uploadOffset]?.trimmed, let offset = Int(text), offset >= 0 else {
            throw ProblemError(.uploadOffsetMissing)
        }
        let stored = try call.thing(UploadTable.Stored.self)
        let (id, officer, now) = (stored.upload.id, try call.requireGrant().officer.id, call.now)
        let part = try await Uploading.prepare(
            stored, at: offset, call.body, store: central.store, seal: central.seal)
        // A part that makes a wrong file takes the upload with it, so the refusal is decided inside.
        let result = try await central.store.write {
            try Uploading.append($0, id, officer: officer, part, now: now)
        }
        return try reply(try result.get(), status: 204)
    }

    private static func reply(_ upload: Upload, status: Int) throws -> Reply {
        Reply(
            status: status,
            headers: [
                "upload-offset": String(upload.offset), "upload-length": String(upload.size),
                "upload-complete": upload.complete ? "?1" : "?0", "upload-expires": upload.expiresAt.rfc3339,
            ])
    }

    /// Another officer's upload isn't found.
    @Sendable private static func upload(_ call: Call, _ central: Central) async throws -> any Sendable {
        let (id, officer, now) = (try call.id(), try call.requireGrant().officer.id, call.now)
        guard
            let stored = try await central.store.read({
                try UploadTable.find($0, id: id, officer: officer, at: now)
            })
        else { throw ProblemError(.notFound, detail: "Không có lần gửi tệp này, hoặc đã hết hạn.") }
        return stored
    }

    @Sendable private static func file(_ call: Call, _ central: Central) async throws -> any Sendable {
        let hash = call.parameter("sha256").lowercased()
        let (grant, now) = (try call.requireGrant(), call.now)
        guard FileAnswer.isHash(hash) else { throw ProblemError(.notFound) }
        let found = try await central.store.read { database -> Readable? in
            let reference = try FileTable.reference(database, sha256: hash, grant: grant, at: now)
            guard let reference, let file = try FileTable.find(database, sha256: hash) else { return nil }
            return Readable(file: file, reference: reference)
        }
        guard let found else { throw ProblemError(.notFound) }
        return found
    }

    /// A file, and what it is read through.
    private struct Readable: Sendable {
        var file: FileTable.Stored
        var reference: FileTable.Reference
    }

    private static func get(_ call: Call, _ central: Central) async throws -> Reply {
        let readable = try call.thing(Readable.self)
        let file = readable.file
        let content = try await central.store.read {
            try FileTable.content($0, file, seal: central.seal)
        }
        // A citizen's paper leaves the house: who took it stands in the audit before he has it.
        if call.method == .get {
            let officer = try call.requireGrant().officer
            let reference = readable.reference
            let entry = AuditEntry(
                at: call.now, officer: officer.id, person: officer.person,
                unit: reference.unit ?? officer.unit, action: "file.read", subject: reference.subject,
                detail: ["sha256": file.sha256, "through": reference.kind.rawValue], traceID: call.traceID)
            try await central.store.write { try AuditTable.append($0, entry, key: central.auditKey) }
        }
        return Reply(
            headers: [
                "etag": "\"\(file.sha256)\"", "cache-control": "private, no-store",
                "content-disposition": "attachment; filename=\"\(file.sha256).\(file.type.rawValue)\"",
                "content-security-policy": "sandbox",
            ],
            type: file.type.mediaType, body: Array(content))
    }
}
