import Forms

/// What a form tells the screen that holds it.
public enum FormEvent: Hashable, Sendable {
    /// A value is another one now.
    case changed(FieldPath)
    /// The focus has gone on from a field; the moment for look-ups.
    case left(FieldPath)
    case entered(FieldPath)
    /// A row of this repeating group came or went.
    case rowsChanged(String)
    case pageChanged(Int)
    /// The form is complete and free of errors: hand it in, and set `working` until that is done.
    case submit
    /// A dropdown needs options that the form does not have; answer with ``FormState/provide(_:for:isComplete:)``.
    case needsOptions(OptionRequest)
    /// A file field asks for something that only the program can do; see ``FormState/addFile(to:name:size:path:)``.
    case file(FieldPath, FileRequest)
    /// Another page of the file that is being looked at; answer with ``FormState/showPreview(_:image:page:of:)``.
    case previewPage(Int)
    /// The officer says that a source gave a wrong value (eForm AF-3); what is right stands in the field.
    case reportSource(FieldPath, SourceValue)
    /// The browser of files wants to show a folder, empty for the one to begin with; answer with
    /// ``FormState/provide(_:)`` or ``FormState/folderFailed(_:_:)``, or ``FormState/chooseFile(_:)`` where it is a
    /// file.
    case needsFolder(String)
    /// Tab at the last field, Shift-Tab at the first, of a form that does not wrap.
    case edge(forward: Bool)
    /// Something was refused, and the message line says why; a bell is in place.
    case refused
}
