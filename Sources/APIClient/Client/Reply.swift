import Forms
import Models

/// Makes sense of what came back.
enum Reply {
    /// The value in an answer that says success.
    static func decode<Value: Decodable>(_ type: Value.Type, from response: Response) throws(APIError)
        -> Value
    {
        guard !response.body.isEmpty else { throw .garbage(.empty) }
        guard isJSON(response.mediaType) else { throw .garbage(.contentType(response.mediaType)) }
        do {
            return try LenientJSON.decode(type, from: response.body)
        } catch {
            throw error.code == "syntax"
                ? .garbage(.syntax(error.message)) : .garbage(.shape(pointer: error.pointer, error.message))
        }
    }

    /// What an answer of any other status means.
    static func error(of response: Response) -> APIError {
        if response.mediaType == "application/problem+json",
            var problem = try? LenientJSON.decode(Problem.self, from: response.body)
        {
            if response.status == 401 { return .unauthorised }
            // What HTTP says counts; a gateway may have changed it.
            problem.status = response.status
            problem.retryAfter = wait(of: response)
            return .problem(problem)
        }
        if (400..<500).contains(response.status), response.mediaType == "application/json",
            let refusal = try? LenientJSON.decode(OAuthRefusal.self, from: response.body)
        {
            return refusal.error(status: response.status, retryAfter: wait(of: response))
        }
        switch response.status {
        case 401: return .unauthorised
        case 500..<600: return .failed(status: response.status)
        default: return .garbage(.status(response.status))
        }
    }

    /// `Retry-After` in seconds; the form with a date is of no use to a clock that may be wrong.
    static func retryAfter(of response: Response) -> Duration? {
        wait(of: response).map { .seconds($0) }
    }

    private static func wait(of response: Response) -> Int? {
        guard let text = response.headers.first("Retry-After"), let seconds = Int(text), seconds >= 0 else {
            return nil
        }
        return min(seconds, 86_400)
    }

    private static func isJSON(_ type: String?) -> Bool {
        guard let type else { return false }
        return type == "application/json" || (type.hasPrefix("application/") && type.hasSuffix("+json"))
    }
}
