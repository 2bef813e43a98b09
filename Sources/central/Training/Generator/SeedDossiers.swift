import Models

/// The dossiers whose ids never change, all of phường Hoàn Kiếm: what documentation and tests may name.
///
/// Their codes and dates move with the day on which the data is made; their ids, states, procedures and
/// applicants do not.
enum SeedDossiers {
    /// Received (2): copies of civil status records, asked for by the returning citizen.
    static let received = "01900000-0000-7000-8000-000000000001"
    /// In review (4) and overdue: a household business.
    static let overdue = "01900000-0000-7000-8000-000000000002"
    /// Waiting for a supplement (5): a birth.
    static let supplement = "01900000-0000-7000-8000-000000000003"
    /// Waiting for payment (6): an adoption.
    static let payment = "01900000-0000-7000-8000-000000000004"
    /// Ready (9), to be given out at the desk.
    static let readyAtDesk = "01900000-0000-7000-8000-000000000005"
    /// Ready (9), to be sent by post.
    static let readyForPost = "01900000-0000-7000-8000-000000000006"
    /// Given out (10).
    static let delivered = "01900000-0000-7000-8000-000000000007"
    /// Newly come in from the national portal (1).
    static let new = "01900000-0000-7000-8000-000000000008"
    /// To be signed (4): the returning citizen's permanent residence, so that a second one is a duplicate.
    static let signing = "01900000-0000-7000-8000-000000000009"
    /// Refused (3).
    static let refused = "01900000-0000-7000-8000-00000000000a"
    /// Withdrawn (7).
    static let withdrawn = "01900000-0000-7000-8000-00000000000b"
    /// Stopped (8).
    static let stopped = "01900000-0000-7000-8000-00000000000c"
}
