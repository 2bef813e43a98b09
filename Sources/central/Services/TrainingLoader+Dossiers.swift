import Crypto
import Forms
import Foundation
import GRDB
import Models

extension TrainingLoader {
    /// The drafts with fixed ids, which openapi.yaml names: one to read and change, one to delete.
    enum SeedDrafts {
        static let kept = "01900000-0000-7000-8000-0000000000d1"
        static let deleted = "01900000-0000-7000-8000-0000000000d2"
        static let handedOver = "01900000-0000-7000-8000-0000000000d3"
    }

    /// The key that training signs with, as that of its first officer.
    static func insertSigningKey(_ database: Database, _ set: TrainingSet) throws {
        guard let officer = set.officer("tiepnhan") else { return }
        let key = try P256.Signing.PrivateKey(rawRepresentation: TrainingSigningKey.secret)
        let signer = P256Signer(keyID: TrainingSigningKey.id, key: key)
        try SigningKeyTable.insert(
            database,
            SigningKeyTable.Key(
                id: signer.keyID, officer: officer.id, algorithm: signer.algorithm,
                publicKey: signer.publicKey),
            from: LocalDate(epochDay: 0))
    }

    /// The files that openapi.yaml names: one that the kept draft refers to, and one that is about to be sent.
    enum SeedFiles {
        static let kept = Array("Tệp mẫu tập huấn.\n".utf8)
        static let awaited = Array("Phần tệp mẫu.\n".utf8)
        static let upload = "01900000-0000-7000-8000-0000000000f1"
    }

    static func insertFiles(_ database: Database, _ set: TrainingSet, now: Instant, seal: DataSeal) throws {
        guard let officer = set.officer("tiepnhan") else { return }
        let kept = FileTable.Stored(
            sha256: Data(SeedFiles.kept).sha256.hex, size: SeedFiles.kept.count, type: .text)
        try FileTable.insert(database, kept, at: now)
        try FileTable.append(
            database, owner: kept.sha256, try FileTable.parts(SeedFiles.kept, at: 0, seal: seal))
        try FileTable.refer(database, .draft, SeedDrafts.kept, to: [kept.sha256])
        let upload = Upload(
            id: SeedFiles.upload, sha256: Data(SeedFiles.awaited).sha256.hex, size: SeedFiles.awaited.count,
            offset: 0, complete: false, expiresAt: now.adding(seconds: DraftRoutes.lifetime))
        try UploadTable.insert(database, upload, officer: officer.id)
    }

    /// A message that no carrier took, which openapi.yaml names: for administrators to try again.
    static func insertDeadMessage(_ database: Database, now: Instant, seal: DataSeal) throws {
        let id = "01900000-0000-7000-8000-0000000000a1"
        guard
            let stored = try DossierTable.find(
                database, id: "01900000-0000-7000-8000-000000000001", scope: Scope(isEverything: true),
                seal: seal)
        else { return }
        try OutboxTable.insert(
            database, about: .dossier(stored.dossier.id), unit: stored.dossier.unit.code,
            occasion: MessageOccasion.received.rawValue,
            cause: "sample", channel: .sms,
            content: .init(
                address: stored.dossier.applicant.phone ?? "0912345678",
                subject: "Tin mẫu tập huấn", text: "Tin mau tap huan: nha mang khong nhan, thu gui lai."),
            createdAt: now, dueAt: now, seal: seal, id: id)
        try OutboxTable.markFailed(database, id: id, fault: "training sample", dueAt: nil)
    }

    /// The report of a wrong value that openapi.yaml names.
    static let seedMismatch = "01900000-0000-7000-8000-0000000000e1"

    static func insertMismatch(_ database: Database, _ set: TrainingSet, now: Instant) throws {
        guard let officer = set.officer("tiepnhan") else { return }
        let report = MismatchReport(
            identityNumber: "001185000123", field: "dia_chi", sourceValue: "Phường Cửa Nam, Thành phố Hà Nội",
            correctValue: "Phường Hoàn Kiếm, Thành phố Hà Nội",
            note: "Báo mẫu: theo thông báo cư trú công dân xuất trình.", source: "hồ sơ trước",
            formId: "trich-luc", formVersion: 1, path: "/answers/dia_chi")
        try MismatchTable.insert(
            database, report, id: seedMismatch, officer: officer.id, unit: officer.unit, at: now)
    }

    static func insertDrafts(_ database: Database, _ set: TrainingSet, now: Instant, seal: DataSeal) throws {
        guard let officer = set.officer("tiepnhan") else { return }
        for (id, title) in [
            (SeedDrafts.kept, "Nháp mẫu: trích lục hộ tịch"), (SeedDrafts.deleted, "Nháp mẫu: để xóa thử"),
            (SeedDrafts.handedOver, "Nháp mẫu: để chuyển giao thử"),
        ] {
            try DraftTable.put(
                database,
                DraftTable.Stored(
                    draft: Draft(
                        id: id, kind: "intake", title: title, procedure: "2.000635", formId: "trich-luc",
                        formVersion: 1, content: begunIntake(id, at: now), updatedAt: now,
                        expiresAt: now.adding(seconds: DraftRoutes.lifetime)),
                    officer: officer.id, revision: 1), seal: seal)
        }
    }

    /// An intake that was only begun, in the shape that desk keeps one in: it can be taken up at any desk.
    private static func begunIntake(_ id: ID, at now: Instant) -> JSONValue {
        func empty(_ form: String) -> JSONValue {
            .object([
                "form_id": .string(form), "version": .int(1), "entries": .array([]), "rows": .object([:]),
                "page": .int(0),
            ])
        }
        return .object([
            "key": .string(id), "started_at": .string(now.rfc3339), "page": .int(1),
            "applicant": empty("desk-applicant"), "query": .string(""), "procedure": .string("2.000635"),
            "documents": .array([]), "laid_aside": .array([]), "terms": empty("desk-terms"),
            "review": empty("desk-review"),
        ])
    }

    /// The sample dossiers, the persons in them, and the counters from which new ones go on.
    static func insertDossiers(_ database: Database, _ set: TrainingSet, now: Instant, seal: DataSeal) throws
    {
        let register = DossierGenerator(now: now, set: set).make()
        let graphs = graphs(set)
        for generated in register.dossiers { try insert(database, generated, graphs, seal: seal) }
        for person in register.persons { try PersonTable.record(database, person) }
        for counter in register.codeCounters {
            try CounterTable.raiseCode(database, unit: counter.unit, day: counter.day, to: counter.last)
        }
        for counter in register.bookCounters {
            try CounterTable.raiseRegister(database, unit: counter.unit, book: counter.book, to: counter.last)
        }
    }

    static func graphs(_ set: TrainingSet) -> [ProcessRef: ProcessGraph] {
        Dictionary(
            set.processes.map { (ProcessRef(id: $0.id, version: $0.version), ProcessGraph($0)) },
            uniquingKeysWith: { $1 })
    }

    /// A made-up dossier with its events. When its waiting ends is reckoned by the first pass of `Expiry`.
    static func insert(
        _ database: Database, _ generated: GeneratedDossier, _ graphs: [ProcessRef: ProcessGraph],
        seal: DataSeal
    ) throws {
        let dossier = generated.dossier
        let waits = graphs[generated.process]?.waiting(at: dossier.step) != nil
        try DossierTable.insert(
            database,
            StoredDossier(
                dossier: dossier, process: generated.process, holderUnit: generated.holderUnit,
                assignee: generated.assignee, endedAt: generated.endedAt,
                expiresAt: waits ? Instant(seconds: 0) : nil), seal: seal)
        try UseTable.record(
            database, unit: dossier.unit.code, officer: dossier.receivedBy.id,
            procedure: dossier.procedure.code, at: dossier.submittedAt)
        for event in generated.events {
            try DossierTable.append(database, event, to: dossier.id, seal: seal)
        }
    }
}
