import Forms
import GRDB
import Models

extension TrainingLoader {
    /// The drafts with fixed ids, which openapi.yaml names: one to read and change, one to delete.
    enum SeedDrafts {
        static let kept = "01900000-0000-7000-8000-0000000000d1"
        static let deleted = "01900000-0000-7000-8000-0000000000d2"
    }

    static func insertDrafts(_ database: Database, _ set: TrainingSet, now: Instant) throws {
        guard let officer = set.officer("tiepnhan") else { return }
        for (id, title) in [
            (SeedDrafts.kept, "Nháp mẫu: trích lục hộ tịch"), (SeedDrafts.deleted, "Nháp mẫu: để xóa thử"),
        ] {
            try DraftTable.put(
                database,
                DraftTable.Stored(
                    draft: Draft(
                        id: id, kind: "intake", title: title, procedure: "2.000635", formId: "trich-luc",
                        formVersion: 1, content: .object(["answers": .object([:])]), updatedAt: now,
                        expiresAt: now.adding(seconds: DraftRoutes.lifetime)),
                    officer: officer.id, revision: 1))
        }
    }
}
