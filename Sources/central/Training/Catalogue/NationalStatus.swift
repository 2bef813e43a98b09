import Forms

/// One of the national statuses of a dossier, 1 to 10, as data with a day from which it holds.
struct NationalStatus: Codable, Hashable, Sendable {
    enum Clock: String, Codable, Sendable {
        case notStarted = "not_started"
        case run
        case pause
        /// The work is done, the result waits.
        case stop
        case end

        /// Whether a dossier can be overdue that has not ended: at work, or waiting since its day had passed.
        var canBeOverdue: Bool { self == .run || self == .pause }
    }

    /// The column of the period report that it counts in.
    enum Bucket: String, Codable, Sendable {
        case waiting, processing, paused, done, refused
    }

    /// "Đã xử lý xong, chờ trả": the result lies there.
    static let ready = 9

    var code: Int
    var name: Phrase
    var clock: Clock
    var bucket: Bucket
    /// Where a dossier may go from here.
    var next: [Int]
    var from: LocalDate
}
