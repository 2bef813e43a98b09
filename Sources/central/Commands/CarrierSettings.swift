import Crypto
import Forms
import Foundation

/// The post that carries for a ministry, from the configuration file. Without the table orders wait.
///
/// ```toml
/// [post]
/// name = "vnpost"                    # as its callbacks name it
/// url = "https://post.example.vn"
/// client_id = "…"
/// client_secret = "…"
/// callback_key = "base64 of 32 bytes"
/// ```
struct CarrierSettings: Sendable {
    var name: String
    var url: String
    var clientID: String
    var clientSecret: String
    var callbackKey: SymmetricKey
    /// Whether it is told what its counter scanned in; the simulator is, a real post knows by itself.
    var hearsOfHandover = false

    /// Nil where the file has no such table.
    static func load(_ path: String) throws -> CarrierSettings? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let table = try? TOMLValue.table(reading: text)
        else { throw Refusal(.configuration, "Không đọc được tệp cấu hình \(path).") }
        guard let post = table["post"]?.table else { return nil }
        func value(_ name: String) throws -> String {
            guard let text = post[name]?.text, !text.isEmpty else {
                throw Refusal(.configuration, "Thiếu post.\(name) trong \(path).")
            }
            return text
        }
        guard let key = KeyFile.key(try value("callback_key")) else {
            throw Refusal(.configuration, "post.callback_key trong \(path) phải là 32 byte viết bằng base64.")
        }
        return CarrierSettings(
            name: try value("name"), url: try checked(try value("url"), path),
            clientID: try value("client_id"),
            clientSecret: try value("client_secret"), callbackKey: key)
    }

    /// The simulator of the post, at an address of this machine.
    static func simulator(_ url: String) throws -> CarrierSettings {
        CarrierSettings(
            name: TrainingPost.name, url: try checked(url, "--post"), clientID: "tap-huan",
            clientSecret: "tap-huan", callbackKey: TrainingPost.key, hearsOfHandover: true)
    }

    private static func checked(_ url: String, _ place: String) throws -> String {
        guard
            url.hasPrefix("https://") || url.hasPrefix("http://127.0.0.1:")
                || url.hasPrefix("http://localhost:")
        else {
            throw Refusal(
                .configuration,
                "\(place): địa chỉ của bưu điện phải là https://, hoặc http:// trên chính máy này.")
        }
        return url.hasSuffix("/") ? String(url.dropLast()) : url
    }
}
