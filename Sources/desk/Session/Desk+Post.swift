import APIClient
import Forms
import Models

extension Desk {
    /// Who takes parcels in at the post's counter.
    var isPostal: Bool { me?.roles.contains("postal") ?? false }

    /// Who hands results over to the post, or takes them in.
    var handlesPost: Bool { canTakeIn || isPostal || isCashier }

    /// Whether something can be sent for a dossier here.
    func canSend(_ dossier: Dossier?) -> Bool {
        guard let dossier, canTakeIn, !dossier.masked, dossier.unit.code == me?.unit.code else {
            return false
        }
        return dossier.delivery.method == .post || dossier.channel == 3
    }

    /// What can be sent for a dossier now.
    ///
    /// - Parameter parcels: Those that it has.
    func sendable(_ dossier: Dossier?, beside parcels: [Shipment]) -> ShipmentKind? {
        guard let dossier, canSend(dossier) else { return nil }
        let kind: ShipmentKind?
        if dossier.status == 9 {
            kind = dossier.delivery.method == .post ? .result : nil
        } else {
            // Papers are fetched where they are to come by post, or where some are still lacking: what was handed in at the
            // counter is there.
            kind =
                ![3, 7, 8, 10].contains(dossier.status) && (dossier.channel == 3 || dossier.status == 5)
                ? .collect : nil
        }
        // Of each kind one is on its way at a time.
        return parcels.contains { $0.kind == kind && !$0.state.isFinal } ? nil : kind
    }

    /// Opens a manifest, once.
    func openManifest(key: ID, owner: SignedIn?) async -> Result<Acted<Manifest>, SubmitFailure> {
        await carryOut(.openManifest, key: key, title: Strings.Post.openTitle, owner: owner)
    }

    /// Sends what was scanned: onto a manifest, or, at the post's counter, in.
    func scan(
        _ text: String, onto manifest: ID?, key: ID, owner: SignedIn?
    ) async -> Result<Acted<ParcelScanned>, SubmitFailure> {
        let scan = ParcelScan(text: text)
        return await carryOut(
            manifest.map { .add(scan, toManifest: $0) } ?? .takeIn(scan), key: key,
            title: Strings.Post.scanTitle(text), owner: owner)
    }

    func remove(
        _ item: ManifestItem, from manifest: ID, key: ID, owner: SignedIn?
    ) async -> Result<Acted<Manifest>, SubmitFailure> {
        await carryOut(
            .remove(shipment: item.shipment, fromManifest: manifest), key: key,
            title: Strings.Post.removeTitle(item.trackingNumber), owner: owner)
    }

    /// Signs a manifest as the desk.
    func close(
        _ manifest: Manifest, key: ID, owner: SignedIn?
    ) async -> Result<Acted<Manifest>, SubmitFailure> {
        await carryOut(
            .close(manifest: manifest.id), key: key, title: Strings.Post.closeTitle(manifest.code),
            owner: owner)
    }
}
