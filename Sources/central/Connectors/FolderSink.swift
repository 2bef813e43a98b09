import Forms
import Foundation
import Models

/// Writes each message into a file of its own, named by its id: for training, and for carriers that fetch files.
///
/// A file appears whole or not at all, and a message that comes twice is one file.
struct FolderSink: MessageSink {
    let folder: String

    var channels: Set<DossierMessage.Channel> { [.sms, .email] }

    func send(_ message: OutboundMessage) async throws(MessageFault) {
        let members: [String: JSONValue] = [
            "id": .string(message.id), "channel": .string(message.channel.rawValue),
            "to": .string(message.address), "subject": .string(message.subject),
            "text": .string(message.text), "at": .string(message.at.rfc3339),
        ]
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let path = folder + "/" + message.id + ".json"
            let data = Data(try StrictJSON.encode(JSONValue.object(members)))
            try data.write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw .later("folder")
        }
    }
}
