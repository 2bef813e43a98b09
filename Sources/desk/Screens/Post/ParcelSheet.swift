import Forms
import Models
import TUI

/// What is known of a parcel, as a page.
enum ParcelSheet {
    static func make(_ shipment: Shipment, width: Int, _ language: Language) -> Sheet {
        var sheet = Sheet(width: width)
        func label(_ phrase: Phrase) -> SafeText { SafeText(phrase.text(language)) }
        sheet.pair(label(Strings.Post.code), shipment.dossierCode)
        sheet.pair(label(Strings.Post.contents), shipment.contents)
        sheet.pair(label(Strings.Post.office), shipment.office.name)
        sheet.pair(
            label(Strings.Post.order), Strings.Post.name(shipment.order).text(language),
            role: shipment.order == .dead ? .error : .text)
        sheet.pair(
            label(Strings.Post.manifest),
            shipment.manifest.map { $0.code + ", " + Strings.Post.name($0.state).text(language) })
        sheet.pair(label(Strings.Post.fee), Money(shipment.fee).display, role: .money)
        if shipment.cod > 0 {
            sheet.pair(label(Strings.Post.cod), Money(shipment.cod).display, role: .money)
            sheet.pair(
                label(Strings.Post.settled),
                shipment.codSettledAt?.display ?? Strings.Post.notSettled.text(language),
                role: shipment.codSettledAt == nil ? .warning : .text)
        }
        sheet.section(label(Strings.Post.way))
        for event in shipment.events ?? [] {
            let post = [event.code, event.message].compactMap(\.self).joined(separator: " ")
            let who = event.officer?.name ?? Strings.Post.source(event.source).text(language)
            let state = event.state.map { Strings.Post.name($0).text(language) }
            let facts = [state, post.isEmpty ? nil : post, who].compactMap(\.self).joined(separator: " · ")
            sheet.pair(SafeText(event.at.display), facts)
        }
        for (title, party) in [
            (Strings.Post.sender, shipment.sender), (Strings.Post.receiver, shipment.receiver),
        ] {
            sheet.section(label(title))
            sheet.pair(label(Strings.Post.name), party.name)
            sheet.pair(label(Strings.Post.phone), party.phone)
            sheet.pair(label(Strings.Post.address), party.address.text)
            sheet.pair(label(Strings.Post.former), party.address.former)
        }
        return sheet
    }
}
