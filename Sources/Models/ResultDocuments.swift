/// The result of a dossier as its history says it: what the reviewer drafted, or what was issued.
public struct ResultDocuments: Hashable, Sendable {
    public var documents: [SubmittedDocument]
    /// Not signed or not issued yet: name and form may change.
    public var isDraft: Bool
    /// When it was said.
    public var at: Instant

    /// Nil where nobody has said a result yet, and where those who see the dossier masked are not told.
    public init?(_ events: [DossierEvent]) {
        let saying: Set<ProcessAction> = [.forward, .approve, .finish]
        let last = PaperChoice.standing(events).last { event in
            ProcessAction(rawValue: event.action).map(saying.contains) == true
                && event.detail?.documents?.isEmpty == false
        }
        guard let last, let documents = last.detail?.documents else { return nil }
        self.documents = documents
        isDraft = !last.did(.finish)
        at = last.at
    }
}
