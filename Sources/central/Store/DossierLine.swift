import Models

/// One line of a list of dossiers, before it is masked for the one who asks.
struct DossierLine: Sendable {
    var item: SearchItem
    var unit: String
    var holderUnit: String
    /// 1 direct, 2 online, 3 postal.
    var channel: Int
    var submittedAt: Instant
    /// What the list is ordered by, for the cursor.
    var key: DossierOrder.Key
}
