using Qingdan.Platform.Database;

namespace Qingdan.Platform.Web.Idempotency;

/// <summary>Keeps the answers of a day by person and key.</summary>
internal sealed class KeptAnswers(Store store, TimeProvider clock, KeptAnswersPurge purge)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);

    /// <summary>Claims a key for a request that is about to run; false when the key is taken.</summary>
    public async Task<bool> Claim(long person, string key, string request, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (purge.IsDue(now)) await store.Execute("DELETE FROM platform_idempotency WHERE at < @before", cancel, ("before", (now - Life).ToUnixTimeMilliseconds()));
        return await store.Execute(
            "INSERT INTO platform_idempotency (person_id, idempotency_key, request, status, content_type, location, body, at) VALUES (@person, @key, @request, 0, '', '', '', @at) ON CONFLICT DO NOTHING",
            cancel, ("person", person), ("key", key), ("request", request), ("at", now.ToUnixTimeMilliseconds())) == 1;
    }

    /// <summary>What is kept under a taken key; null when it has just been given free.</summary>
    public async Task<KeptAnswer?> Find(long person, string key, CancellationToken cancel) => (await store.Query(
        "SELECT request, status, content_type, location, body, etag FROM platform_idempotency WHERE person_id = @person AND idempotency_key = @key",
        r => new KeptAnswer(r.GetString(0), r.GetInt32(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5)), cancel, ("person", person), ("key", key))).SingleOrDefault();

    /// <summary>Keeps the answer of a request that has run; 1 when it was kept.</summary>
    public Task<int> Keep(long person, string key, KeptAnswer answer, CancellationToken cancel) => store.Execute(
        "UPDATE platform_idempotency SET status = @status, content_type = @type, location = @location, body = @body, etag = @etag WHERE person_id = @person AND idempotency_key = @key",
        cancel, ("status", answer.Status), ("type", answer.ContentType), ("location", answer.Location), ("body", answer.Body), ("etag", answer.ETag), ("person", person), ("key", key));

    /// <summary>Gives a key free: the request failed and may come again.</summary>
    public Task<int> Free(long person, string key, CancellationToken cancel) =>
        store.Execute("DELETE FROM platform_idempotency WHERE person_id = @person AND idempotency_key = @key", cancel, ("person", person), ("key", key));
}
