import Forms
import GRDB
import Models

extension TrainingLoader {
    static func insertDossiers(_ database: Database, _ set: TrainingSet, now: Instant) throws {
    }
}
