import Forms
import Glibc

extension Client {
    /// `GET /v1/files/{sha256}` into a new file that only this user can read.
    ///
    /// The file is there whole, with the content that its hash says, or not at all; what already has the name is
    /// never touched. The server gives it out only where a dossier or draft that the officer may read refers to it:
    /// knowing the hash is no permission, and a 404 says nothing else. Blocks for as long as the disk takes: call it
    /// from an effect.
    ///
    /// - Parameters:
    ///   - sha256: Lower-case hexadecimal.
    ///   - limit: The most that is taken, in bytes.
    ///   - onProgress: Called with the bytes that have come, on the transport's thread. May go back to little where
    ///     the connection was lost.
    /// - Returns: Its size in bytes.
    @discardableResult
    public func download(
        _ sha256: String, to path: RawPath, limit: Int = FileRule.largestBytes,
        onProgress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws(TransferError) -> Int {
        try await download(
            sha256, to: path, limit: limit, calls: FileCalls(), onProgress: onProgress)
    }

    func download(
        _ sha256: String, to path: RawPath, limit: Int, calls: FileCalls,
        onProgress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws(TransferError) -> Int {
        guard FileAnswer.isHash(sha256) else { throw .file(.otherContent) }
        let file: FreshFile
        do {
            file = try FreshFile(path, calls: calls)
        } catch {
            throw .file(error)
        }
        let sink = FileSink(file: file.descriptor, calls: calls, onProgress: onProgress)
        var failure: APIError?
        do {
            try await fetch(sha256, into: sink, limit: limit)
        } catch {
            failure = error
        }
        // The sink first: a piece may still be on its way, and the descriptor goes with the file.
        let end = sink.end()
        if let reason = end.failure { throw .file(reason) }
        if let failure { throw .api(failure) }
        guard end.sha256 == sha256 else { throw .file(.otherContent) }
        do {
            try file.name()
        } catch {
            throw .file(error)
        }
        return end.count
    }

    private func fetch(
        _ sha256: String, into sink: FileSink, limit: Int
    ) async throws(APIError) {
        var request = Request(
            .get, Target("/v1/files/\(sha256)").text, headers: [Header("Accept", "*/*")],
            // Twenty minutes: 20 MiB at 140 kbit/s.
            limits: Limits(total: 1_200_000, body: limit))
        request.sink = AnyBodySink(sink)
        let response = try await answer(to: Call(operation: "getFile", request: request))
        guard response.status == 200 else { throw .garbage(.status(response.status)) }
    }
}
