using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.ObjectPool;
using Qingdan.Exchange.Log;
using Qingdan.Exchange.Mounts.Calling;
using Qingdan.Exchange.Projection;
using Yarp.ReverseProxy.Forwarder;

namespace Qingdan.Exchange.Gateway;

/// <summary>What of a provider's answer goes out, and when: the line in the log first, then the answer. Answers up to 64 KB are complete before their first byte; longer ones stream and are cut when they break.</summary>
internal sealed class ProjectAnswer(CallStory story, Service service, ProjectionPlan plan, AskedParameters asked, IReadOnlyList<SentParameter> sent, ObjectPool<Projector> projectors, CallLog log, CallKey key, CancellationTokenSource patience, GatewayOptions options) : HttpTransformer
{
    // Long answers in large pieces: each is read, projected and sent at once.
    private const int LeastRead = 4 * 1024, MostRead = 64 * 1024;

    private DigestingWriter? _writer;

    /// <summary>How it ended.</summary>
    public CallEnd End { get; private set; } = new(CallRefusal.ProviderSilent);

    // Nothing of the caller's request goes on but the values of passed parameters.
    public override ValueTask TransformRequestAsync(HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        MountCall.Fill(proxyRequest, service.Mount, service.Secret, sent);
        // As in a trial call: without it the body would go in chunks, which not every provider takes.
        if (proxyRequest.Content is { } body) body.Headers.ContentLength = httpContext.Request.ContentLength;
        return ValueTask.CompletedTask;
    }

    public override async ValueTask<bool> TransformResponseAsync(HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
    {
        if (proxyResponse is null) return false;
        // The forwarder has taken over the provider's own words.
        httpContext.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = null;
        End = Unfit(proxyResponse);
        if (End.Why != CallRefusal.None) return false;
        patience.CancelAfter(options.Whole);
        var projector = projectors.Get();
        try
        {
            projector.Begin(plan, plan.Verified.IsEmpty ? null : asked.Expected(plan), ProjectionLimits.Usual with { Bytes = options.Bytes });
            await Project(projector, httpContext.Response, proxyResponse, cancellationToken);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException and not CallLogException)
        {
            await Break(projector, new(CallRefusal.ProviderBroke));
        }
        // Before the first byte nobody is told anything any more.
        catch (OperationCanceledException) when (!story.Told && (httpContext.Response.HasStarted || !httpContext.RequestAborted.IsCancellationRequested))
        {
            await Break(projector, new(httpContext.RequestAborted.IsCancellationRequested ? CallRefusal.CallerLeft : _writer is { Waits: true } ? CallRefusal.CallerSlow : CallRefusal.ProviderSlow));
        }
        finally
        {
            projectors.Return(projector);
        }
        return false;
    }

    private static CallEnd Unfit(HttpResponseMessage answer)
    {
        if ((int)answer.StatusCode is >= 300 and < 400) return new(CallRefusal.ProviderRedirects);
        if (!answer.IsSuccessStatusCode) return new(IsAboutTheQuestion(answer.StatusCode) ? CallRefusal.ProviderRejects : CallRefusal.ProviderFailed);
        return AnswerHeaders.Check(answer.Content.Headers) is var refusal and not Refusal.None ? Refused(refusal) : new(CallRefusal.None);
    }

    // The service works; it is this question that it does not take. A credential that is refused, or too much at once, is another matter.
    private static bool IsAboutTheQuestion(HttpStatusCode status) =>
        (int)status is >= 400 and < 500 && status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.ProxyAuthenticationRequired or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests);

    private async Task Project(Projector projector, HttpResponse response, HttpResponseMessage answer, CancellationToken cancel)
    {
        var reader = PipeReader.Create(await answer.Content.ReadAsStreamAsync(cancel), new StreamPipeReaderOptions(bufferSize: (int)Math.Clamp(answer.Content.Headers.ContentLength ?? MostRead, LeastRead, MostRead)));
        if (!await projector.TakeWhole(reader, cancel)) await Stream(projector, reader, response, answer, cancel);
        else if (projector.Refusal != Refusal.None) End = Refused(projector.Refusal);
        else
        {
            Head(response, answer);
            await story.Tell(log, CallResult.Answered, StatusCodes.Status200OK, "", projector.Rows, projector.Whole.Length, key.Digest(projector.Whole.Span));
            End = new(CallRefusal.None);
            response.ContentLength = projector.Whole.Length;
            await response.BodyWriter.WriteAsync(projector.Whole, cancel);
        }
    }

    // That it began is logged before the first byte, that it ended before the last: whoever has the whole answer stands in the log with all of it.
    private async Task Stream(Projector projector, PipeReader reader, HttpResponse response, HttpResponseMessage answer, CancellationToken cancel)
    {
        Head(response, answer);
        await story.Tell(log, CallResult.Begun, StatusCodes.Status200OK, "");
        using var digest = key.Begin();
        _writer = new DigestingWriter(response.BodyWriter, digest);
        await projector.Stream(reader, _writer, cancel);
        if (projector.Refusal == Refusal.CallerGone) await Break(projector, new(CallRefusal.CallerLeft));
        else if (projector.Refusal != Refusal.None) await Break(projector, new(CallRefusal.Cut, Refusals.Of(projector.Refusal)));
        else
        {
            await story.Tell(log, CallResult.Answered, StatusCodes.Status200OK, "", projector.Rows, _writer.Bytes, digest.GetHashAndReset());
            End = new(CallRefusal.None);
        }
    }

    private async Task Break(Projector projector, CallEnd end)
    {
        End = end;
        if (!story.Http.Response.HasStarted) return;
        await (end.Why == CallRefusal.CallerLeft
            ? story.Tell(log, CallResult.CallerLeft, StatusCodes.Status499ClientClosedRequest, "", projector.Rows, projector.BytesOut)
            : story.Tell(log, CallResult.Cut, StatusCodes.Status200OK, end.Code, projector.Rows, projector.BytesOut));
        story.Http.Abort();
    }

    private static void Head(HttpResponse response, HttpResponseMessage answer)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = AnswerHeaders.ContentType;
        response.Headers.CacheControl = "no-store";
        // How fresh the data are the consumer has a right to know; as a date, since a header can carry data as well as a body.
        if (answer.Content.Headers.LastModified is { } changed) response.GetTypedHeaders().LastModified = changed;
    }

    private static CallEnd Refused(Refusal refusal) => new(CallRefusal.AnswerUnreadable, Refusals.Of(refusal));
}
