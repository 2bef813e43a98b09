import Forms
import Models
import TUI

/// How a unit sends by post, as a page.
enum PostalSettingsSheet {
    /// A range with fewer numbers left is told of: a new one takes the post some days.
    static let few = 200

    static func make(_ settings: PostalSettings, width: Int, _ language: Language) -> Sheet {
        typealias Words = Strings.PostalSettings
        var sheet = Sheet(width: width)
        func label(_ phrase: Phrase) -> SafeText { SafeText(phrase.text(language)) }
        guard let office = settings.office else {
            sheet.text(Words.none.text(language), role: .dim)
            return sheet
        }
        sheet.pair(label(Strings.Post.office), "\(office.name) (\(office.code))")
        sheet.pair(label(Words.customer), settings.customerCode)
        sheet.pair(label(Words.collectFee), Money(settings.collectFee).display, role: .money)
        sheet.pair(label(Words.resultFee), Money(settings.resultFee).display, role: .money)
        if let sender = settings.sender {
            sheet.section(label(Strings.Post.sender))
            sheet.pair(label(Words.name), sender.name)
            sheet.pair(label(Strings.Post.phone), sender.phone)
            sheet.pair(label(Strings.Post.address), sender.address.text)
            sheet.pair(label(Strings.Post.former), sender.address.former)
        }
        sheet.section(label(Words.ranges))
        if settings.ranges.isEmpty { sheet.text(Words.noRanges.text(language), role: .warning) }
        for range in settings.ranges {
            let left = range.last - max(range.used, range.first - 1)
            sheet.pair(
                SafeText(range.service),
                Words.range(
                    range.first.serial, range.last.serial,
                    used: range.used < range.first ? nil : range.used.serial, left: left
                ).text(language), role: left < few ? .warning : .text)
        }
        return sheet
    }
}

extension Int {
    /// Eight digits, as they stand in a tracking number.
    fileprivate var serial: String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, 8 - digits.count)) + digits
    }
}
