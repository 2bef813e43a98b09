import Models

extension Dossier {
    /// Not received and never will be, by the national status.
    var isRefused: Bool { status == 3 }

    /// Whether a desk has received it: fees are due and form 01 is given for such a dossier only. One that came in
    /// from elsewhere waits in status 1 until a desk has decided, although its `decision` is to receive it; one
    /// that a supplement was asked for may be received later.
    var isTakenIn: Bool { acceptedAt != nil && decision != .refuse && status != 1 && !isRefused }

    /// The slip that goes with how it stands: form 01 once it was received, also where a supplement was asked for
    /// first; nil where nothing was decided yet.
    var slipForm: SlipForm? {
        switch decision {
        case .receive: isTakenIn ? .appointment : nil
        case .requestSupplement: isTakenIn ? .appointment : .supplementRequest
        case .refuse: .refusal
        }
    }
}
