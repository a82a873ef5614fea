using System.Diagnostics;
using System.Net;
using Qingdan.Exchange.Mounts.Upstream;
using Qingdan.Exchange.Projection;
using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Mounts.Calling;

/// <summary>What a provider answered to a call of ours.</summary>
/// <param name="Status">HTTP status; null when none came.</param>
/// <param name="Body">The whole answer; empty when it was not read.</param>
/// <param name="Dated">What the mount's header for the day of the data says; empty for none.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Fault">Why the answer is of no use; null when it is.</param>
internal sealed record ProviderAnswer(int? Status, byte[] Body, string Dated, long Milliseconds, Fault? Fault);

/// <summary>Calls a provider with trial values, within narrow limits: ten seconds and 1 MB, following nothing.</summary>
internal sealed class CallProvider(UpstreamClient client, MountSecrets secrets)
{
    private const int MostBytes = 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Calls it; a failure is a value.</summary>
    public async Task<ProviderAnswer> Run(Mount mount, IEnumerable<MountParameter> parameters, CancellationToken cancel)
    {
        if (secrets.Open(mount) is not { } secret) return new ProviderAnswer(null, [], "", 0, MountFaults.SecretLost);
        var watch = Stopwatch.StartNew();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        try
        {
            using var request = MountCall.Request(mount, secret, MountCall.Sent(parameters, MountCall.Trial));
            using var answer = await client.Invoker.SendAsync(request, limit.Token);
            var fault = Fault(answer);
            var body = fault is null ? await Read(answer.Content, limit.Token) : [];
            if (body is null) fault = Refusals.Of(Refusal.TooLong);
            return new ProviderAnswer((int)answer.StatusCode, body ?? [], Header(answer, mount.DateHeader), watch.ElapsedMilliseconds, fault);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Failed(new("exchange.upstream.timeout", "提供方没有在限定的时间内答完。"));
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return Failed(e.InnerException is InnerAddressException ? new("exchange.upstream.inner", "服务地址指向本机或者内部保留地址，未经系统管理员允许不能访问。", "address") : new("exchange.upstream.unreachable", "连不上提供方，或者连接中断。", "address"));
        }

        ProviderAnswer Failed(Fault fault) => new(null, [], "", watch.ElapsedMilliseconds, fault);
    }

    private static Fault? Fault(HttpResponseMessage answer)
    {
        if ((int)answer.StatusCode is >= 300 and < 400) return new("exchange.upstream.redirect", "提供方要求转到别的地址，网关不跟随。");
        if (answer.StatusCode != HttpStatusCode.OK) return new("exchange.upstream.status", "提供方返回的状态不是 200。");
        return AnswerHeaders.Check(answer.Content.Headers) is var refusal and not Refusal.None ? Refusals.Of(refusal) : null;
    }

    // Null when there is more than the limit.
    private static async Task<byte[]?> Read(HttpContent content, CancellationToken cancel)
    {
        await using var stream = await content.ReadAsStreamAsync(cancel);
        var body = new byte[MostBytes + 1];
        var length = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancel);
        return length > MostBytes ? null : body[..length];
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        name.Length > 0 && (answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values)) ? values.First() : "";
}
