import Models

extension Acts {
    /// Collects, or asks for a payment. What was recorded goes out under its key until the server's answer is known, so
    /// nothing is collected twice, whatever dies in between.
    ///
    /// - Parameter key: Made when the officer began.
    public func pay(_ request: PaymentRequest, key: ID, title: String) async throws(ActError) -> Done<Payment>
    {
        let done = try await perform(
            "createPayment", "/v1/payments", request, key: key, title: title, draft: nil)
        return try decoded(done)
    }
}
