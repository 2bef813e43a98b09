import Forms
import Models
import Synchronization

@testable import APIClient

/// The uploads' part of central, as the contract has it, with a line that can break anywhere.
final class UploadServer: Sendable {
    struct Upload: Sendable {
        var key: String
        var size: Int
        var sha256: String
        var bytes: [UInt8] = []
    }

    /// What goes wrong with the next pieces, one after another.
    enum Mishap: Sendable {
        /// So many bytes arrive, then the connection breaks.
        case cut(after: Int)
        /// All arrives, and the answer does not.
        case loseAnswer
        case answer(Response)
    }

    private struct State {
        var uploads: [String: Upload] = [:]
        var order: [String] = []
        var mishaps: [Mishap] = []
        var sent = 0
    }

    private let state = Mutex(State())
    let transport = ScriptedTransport()

    init() {
        transport.on(.post, "/v1/uploads", .reply { [self] in begin($0) })
        transport.on(.head, "/v1/uploads/*", .reply { [self] in head($0) })
        transport.on(
            .patch, "/v1/uploads/*", .reply { [self] request throws(TransportError) in try patch(request) })
    }

    var uploads: [Upload] { state.withLock { state in state.order.compactMap { state.uploads[$0] } } }
    /// Bytes of all pieces that came, whether or not they were taken.
    var sent: Int { state.withLock { $0.sent } }

    func expect(_ mishaps: Mishap...) {
        state.withLock { $0.mishaps += mishaps }
    }

    /// Forgets every upload, as a server does after some days.
    func forget() {
        state.withLock { $0.uploads = [:] }
    }

    func count(_ method: APIClient.Method) -> Int {
        transport.requests.filter { $0.method == method && $0.target.hasPrefix("/v1/uploads") }.count
    }

    private func id(_ request: Request) -> String { String(request.target.split(separator: "/").last ?? "") }

    private func begin(_ request: Request) -> Response {
        guard let body = try? StrictJSON.decode(UploadRequest.self, from: request.body ?? []),
            let key = request.headers.first("Idempotency-Key")
        else { return .problem(422, "invalid_body") }
        let id = state.withLock { state in
            if let known = state.order.first(where: { state.uploads[$0]?.key == key }) { return known }
            let id = StoreFixture.id(state.order.count + 1)
            state.order.append(id)
            state.uploads[id] = Upload(key: key, size: body.size, sha256: body.sha256)
            return id
        }
        return .json(
            #"{"id":"\#(id)","sha256":"\#(body.sha256)","offset":0,"size":\#(body.size),"complete":false,"#
                + #""expires_at":"2027-01-01T00:00:00+07:00"}"#,
            status: 201)
    }

    private func head(_ request: Request) -> Response {
        guard let upload = state.withLock({ $0.uploads[id(request)] }) else { return Response(status: 404) }
        return Self.state(upload.bytes.count, of: upload.size, status: 200)
    }

    private func patch(_ request: Request) throws(TransportError) -> Response {
        let id = id(request)
        let mishap = state.withLock { $0.mishaps.isEmpty ? nil : $0.mishaps.removeFirst() }
        let piece = request.body ?? []
        if case .answer(let response) = mishap { return response }
        let offset = request.headers.first("Upload-Offset").flatMap { Int($0) }
        let refusal: Response? = state.withLock { state in
            state.sent += piece.count
            guard var upload = state.uploads[id] else { return .problem(404, "not_found") }
            guard request.headers.first("Content-Type") == "application/octet-stream" else {
                return .problem(415, "unsupported_media_type")
            }
            guard piece.count <= 1 << 20 else { return .problem(413, "too_large") }
            if piece.isEmpty { return .problem(422, "wrong_size") }
            guard offset == upload.bytes.count else { return .problem(409, "upload_offset_wrong") }
            if case .cut(let count) = mishap {
                upload.bytes += piece.prefix(count)
            } else {
                upload.bytes += piece
            }
            state.uploads[id] = upload
            return nil
        }
        if let refusal { return refusal }
        switch mishap {
        case .cut, .loseAnswer: throw .cut
        default: break
        }
        guard let upload = state.withLock({ $0.uploads[id] }) else { return Response(status: 404) }
        return Self.state(upload.bytes.count, of: upload.size)
    }

    /// An answer whose head says how far an upload has come.
    static func state(_ offset: Int, of size: Int, isComplete: Bool? = nil, status: Int = 204) -> Response {
        Response(
            status: status,
            headers: [
                Header("upload-offset", "\(offset)"), Header("upload-length", "\(size)"),
                Header("upload-complete", isComplete ?? (offset == size) ? "?1" : "?0"),
                Header("upload-expires", "2027-01-01T00:00:00+07:00"),
            ])
    }
}
