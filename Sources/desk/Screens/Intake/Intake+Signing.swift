import Forms
import Models
import TUI

/// The digital signature of the declaration (eForm SG-1). It is of what stood there when it was made: whatever is changed
/// later takes it back by itself.
extension Intake {
    struct Signed: Sendable {
        var content: SignedContent
        var signature: FormSignature
    }

    /// Where the review asks for the signature.
    static let signaturePlace = IntakeTarget(page: .review, field: nil)

    /// Whether the declaration is taken in with a signature only.
    var needsSignature: Bool { declaration?.definition.signature == true && decision == .receive }

    /// What is signed now: the answers as they are kept. Nil while no case is chosen.
    var signedContent: SignedContent? {
        guard let form = declaration, let procedure = picker.procedure, let chosen = picker.chosenCase else {
            return nil
        }
        let person = wireApplicant
        return SignedContent(
            applicant: person.identityNumber ?? person.taxCode ?? "", procedure: procedure.code,
            caseCode: chosen.code, formId: form.definition.id, formVersion: form.definition.version,
            answers: FormValidator(form.definition, today: today).settled(form.answers))
    }

    /// The signature of what stands there now; nil where there is none, or where something was changed since.
    var signature: FormSignature? {
        guard needsSignature, let signed, signed.content == signedContent else { return nil }
        return signed.signature
    }

    /// What is said while the signature is missing; nil where there is nothing to sign, or all is signed.
    var signatureIssue: IntakeIssue? {
        guard needsSignature, signature == nil else { return nil }
        let words =
            !canSign
            ? Strings.Review.noSigner : signed == nil ? Strings.Review.unsigned : Strings.Review.signAgain
        return IntakeIssue(target: Self.signaturePlace, text: words)
    }

    mutating func sign(with signer: any Signer) throws {
        guard let content = signedContent else { return }
        signed = Signed(content: content, signature: try signer.signature(of: content))
    }
}
