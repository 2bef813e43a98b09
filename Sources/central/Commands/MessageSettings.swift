import Forms
import Foundation
import TOMLKit

/// Where messages to citizens go, from the configuration file. Without the table nothing is sent: it waits.
///
/// ```toml
/// [messages]
/// smtp = "127.0.0.1:25"              # e-mails, by a mail server that relays for this machine
/// sender = "motcua@example.gov.vn"
/// folder = "/var/spool/central/sms"  # what is left: one JSON file a message, for a carrier to fetch
/// ```
struct MessageSettings: Hashable, Sendable {
    struct Server: Hashable, Sendable {
        var host: String
        var port: Int
    }

    var server: Server?
    var sender = ""
    var folder: String?

    init(path: String) throws {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let table = try? TOMLTable(string: text)
        else { throw Refusal(.configuration, "Không đọc được tệp cấu hình \(path).") }
        guard let messages = table["messages"]?.table else { return }
        folder = messages["folder"]?.string
        if let text = messages["smtp"]?.string {
            let parts = text.split(separator: ":").map(String.init)
            guard parts.count == 2, let port = Int(parts[1]), (1...65_535).contains(port) else {
                throw Refusal(.configuration, "messages.smtp trong \(path) phải có dạng MÁY:CỔNG.")
            }
            server = Server(host: parts[0], port: port)
            guard let sender = messages["sender"]?.string, EmailAddress.check(sender) == nil else {
                throw Refusal(
                    .configuration, "messages.sender trong \(path) phải là một địa chỉ thư điện tử.")
            }
            self.sender = sender
        }
    }
}
