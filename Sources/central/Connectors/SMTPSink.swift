import Forms
import Foundation
import Models
import NIOCore
import NIOPosix

/// Hands e-mails to a mail server on this machine or in its network, as RFC 5321 says; without TLS and without a
/// password, so for a server that relays for its own machine.
struct SMTPSink: MessageSink {
    let host: String
    let port: Int
    /// Who the mail is from.
    let sender: String
    var timeout = TimeAmount.seconds(20)

    var channels: Set<DossierMessage.Channel> { [.email] }

    func send(_ message: OutboundMessage) async throws(MessageFault) {
        let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>
        do {
            channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connectTimeout(timeout)
                .connect(host: host, port: port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(
                            IdleStateHandler(allTimeout: timeout))
                        try channel.pipeline.syncOperations.addHandler(CloseWhenIdle())
                        return try NIOAsyncChannel(wrappingChannelSynchronously: channel)
                    }
                }
        } catch {
            throw .later("connect")
        }
        let result: Result<Void, MessageFault>
        do {
            result = try await channel.executeThenClose { inbound, outbound in
                do throws(MessageFault) {
                    var talk = SMTPTalk(lines: inbound.makeAsyncIterator(), outbound: outbound)
                    try await talk.deliver(message, from: sender)
                    return .success(())
                } catch {
                    return .failure(error)
                }
            }
        } catch {
            throw .later("connection")
        }
        try result.get()
    }
}

/// Ends a connection on which nothing comes or goes.
private final class CloseWhenIdle: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is IdleStateHandler.IdleStateEvent { context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }
}

/// One conversation with a mail server.
private struct SMTPTalk {
    var lines: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var buffer: [UInt8] = []

    init(
        lines: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
        outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        self.lines = lines
        self.outbound = outbound
    }

    mutating func deliver(_ message: OutboundMessage, from sender: String) async throws(MessageFault) {
        try await expect(220)
        try await say("EHLO localhost")
        try await expect(250)
        try await say("MAIL FROM:<\(sender)>")
        try await expect(250)
        try await say("RCPT TO:<\(message.address)>")
        try await expect(250)
        try await say("DATA")
        try await expect(354)
        try await say(MailText.of(message, from: sender) + "\r\n.")
        try await expect(250)
        // It is taken; how the server says good-bye is no matter of ours.
        try? await say("QUIT")
    }

    private func say(_ line: String) async throws(MessageFault) {
        do {
            try await outbound.write(ByteBuffer(string: line + "\r\n"))
        } catch {
            throw .later("write")
        }
    }

    /// Reads a reply of one line or more: 4xx may go later, 5xx never will (RFC 5321 §4.2.1).
    private mutating func expect(_ code: Int) async throws(MessageFault) {
        while true {
            let line = try await line()
            guard line.count >= 3, let found = Int(line.prefix(3)) else { throw .later("reply") }
            if line.dropFirst(3).first == "-" { continue }
            if found == code || code == 250 && found == 251 { return }
            throw (500..<600).contains(found) ? .never("smtp \(found)") : .later("smtp \(found)")
        }
    }

    private mutating func line() async throws(MessageFault) -> String {
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: buffer[..<end], as: UTF8.self)
                buffer.removeSubrange(...end)
                return line.trimmed
            }
            guard buffer.count < 8_192 else { throw .later("reply") }
            let next: ByteBuffer?
            do {
                next = try await lines.next()
            } catch {
                throw .later("read")
            }
            guard let next else { throw .later("closed") }
            buffer += Array(next.readableBytesView)
        }
    }
}
