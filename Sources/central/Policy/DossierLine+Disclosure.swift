import Models

extension DossierLine {
    /// As a list shows it to the one who asks: the name masked for 1022 and administrators.
    func disclosed(to grant: Grant) -> SearchItem {
        var item = item
        if grant.disclosure(unit: unit, holder: holderUnit) == .masked {
            item.applicantName = Masking.name(item.applicantName)
        }
        return item
    }
}

extension SearchItem {
    /// Always there, with null where there is none.
    static let nullable = ["accepted_at", "due_at"]
}
