import Models

extension Shipment {
    /// Whole on its own page for those who handle its unit's dossiers and for the post; masked for administrators. In lists
    /// telephones and addresses always are.
    func disclosed(to grant: Grant, inList: Bool = false) -> Shipment {
        let disclosure = grant.disclosure(unit: unit.code, holder: unit.code)
        var copy = self
        copy.masked = disclosure == .masked
        guard disclosure == .masked || inList else { return copy }
        copy.sender = masked(sender, of: .collect, name: disclosure == .masked)
        copy.receiver = masked(receiver, of: .result, name: disclosure == .masked)
        return copy
    }

    /// The citizen's side alone: the desk's own address is no secret.
    private func masked(_ party: PostalParty, of kind: ShipmentKind, name: Bool) -> PostalParty {
        guard kind == self.kind else { return party }
        var masked = party
        if name { masked.name = Masking.name(party.name) }
        masked.phone = Masking.phone(party.phone)
        masked.address.street = "***"
        masked.address.former = nil
        return masked
    }
}

extension ManifestItem {
    /// For those who see the unit's dossiers masked.
    var masked: ManifestItem {
        var copy = self
        copy.receiverName = Masking.name(receiverName)
        return copy
    }
}

extension Manifest {
    func disclosed(to grant: Grant) -> Manifest {
        guard grant.disclosure(unit: unit.code, holder: unit.code) == .masked else { return self }
        var copy = self
        copy.items = items?.map(\.masked)
        copy.missing = missing?.map(\.masked)
        return copy
    }
}
