import Models

extension ActStore {
    /// The files that were not sent to their end, the latest first. `Uploader.upload` goes on with one.
    public func uploads() throws(StoreError) -> [StoredUpload] {
        let now = now()
        return try folder.locked { () throws(StoreError) in try loadAll(StoredUpload.self, .upload) }
            .filter { !$0.isOver(now) }.sorted { ($0.madeAt, $0.sha256) > ($1.madeAt, $1.sha256) }
    }

    /// Forgets a file that is not to be sent after all. What the server has of it goes by itself.
    public func removeUpload(_ sha256: String) throws(StoreError) {
        try folder.locked { () throws(StoreError) in _ = try folder.remove(.upload, sha256) }
    }

    func upload(_ sha256: String) throws(StoreError) -> StoredUpload? {
        let now = now()
        let found = try folder.locked { () throws(StoreError) in
            try load(StoredUpload.self, .upload, sha256)
        }
        return found.flatMap { $0.isOver(now) ? nil : $0 }
    }

    func saveUpload(_ upload: StoredUpload) throws(StoreError) {
        try folder.locked { () throws(StoreError) in try save(upload, .upload, upload.sha256) }
    }
}
