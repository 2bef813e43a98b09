import Models

/// A parcel with a dossier's result that has not come to its end: whoever stands at the counter is not given the same
/// paper, for it is not there, or has to be taken out of the parcel first.
struct ResultParcel: Hashable, Sendable {
    var id: ID
    var trackingNumber: String
    var state: ShipmentState
    /// What the post is to collect.
    var cod: Int
    /// The code of the manifest on which it was signed over.
    var signedManifest: String?

    /// Whether it left the desk.
    var isWithPost: Bool { state != .created || signedManifest != nil }

    /// The number and where it is, for people.
    var words: String {
        let place = signedManifest.map { " (bảng kê \($0))" } ?? ""
        return trackingNumber + ", " + state.name.lowercased() + (state == .created ? place : "")
    }
}
