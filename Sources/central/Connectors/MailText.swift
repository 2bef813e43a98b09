import Forms
import Foundation
import Models

/// A message as a mail (RFC 5322, RFC 2045): UTF-8 in base64, so that no line is too long, begins with a dot, or ends
/// the mail before its end, whatever stands in the text.
enum MailText {
    static func of(_ message: OutboundMessage, from sender: String) -> String {
        let domain = sender.split(separator: "@").last ?? "localhost"
        return [
            "From: <\(sender)>", "To: <\(message.address)>", "Subject: \(word(message.subject))",
            "Date: \(date(message.at))", "Message-ID: <\(message.id)@\(domain)>", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "",
            base64(message.text),
        ].joined(separator: "\r\n")
    }

    /// An encoded word each 45 bytes (RFC 2047 §2), cut between characters.
    private static func word(_ text: String) -> String {
        var words: [[UInt8]] = [[]]
        for character in text {
            let bytes = Array(String(character).utf8)
            if words[words.count - 1].count + bytes.count > 45 { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?utf-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    private static func base64(_ text: String) -> String {
        Data(text.utf8).base64EncodedString(options: [.lineLength76Characters, .endLineWithCarriageReturn])
            .replacing("\r", with: "\r\n").replacing("\r\n\n", with: "\r\n")
    }

    /// `Mon, 23 Nov 2026 09:41:00 +0700`
    private static func date(_ instant: Instant) -> String {
        let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let date = instant.date
        let time = instant.rfc3339.dropFirst(11).prefix(8)
        return "\(days[date.weekday - 1]), \(date.day) \(months[date.month - 1]) \(date.year) \(time) +0700"
    }
}
