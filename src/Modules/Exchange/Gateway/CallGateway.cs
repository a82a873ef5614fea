using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.ObjectPool;
using Qingdan.Exchange.Applications;
using Qingdan.Exchange.Decisions;
using Qingdan.Exchange.Log;
using Qingdan.Exchange.Mounts.Calling;
using Qingdan.Exchange.Mounts.Upstream;
using Qingdan.Exchange.Projection;
using Qingdan.Exchange.Tokens;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Time;
using Yarp.ReverseProxy.Forwarder;

namespace Qingdan.Exchange.Gateway;

/// <summary>
/// The way of one call: token → grant → limits → parameters → provider → projection → log → answer. What the list says is what gets through; each refusal names how far the call came.
/// </summary>
internal sealed class CallGateway(
    PermissionBook permissions, KnownTokens tokens, ServiceBook services, Rates rates, Quotas quotas, Breakers breakers, IHttpForwarder forwarder, UpstreamClient client, ObjectPool<Projector> projectors,
    CallLog log, CallKey key, CallProblem problem, CallMeter meter, GatewayOptions options, IdSource ids, TimeProvider clock, ILogger<CallGateway> logger)
{
    /// <summary>The header that names one of several grants.</summary>
    public const string GrantHeader = "Exchange-Grant";

    private const string Scheme = "Bearer ";

    // Times are kept here, by the token of the call: the forwarder's own would end a long answer.
    private static readonly ForwarderRequestConfig Forwarding = new() { ActivityTimeout = TimeSpan.FromHours(1), Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };

    /// <summary>Answers one call; the path behind the gateway's own is the number of a mount.</summary>
    public async Task Run(HttpContext http)
    {
        var story = new CallStory(http, ids, clock);
        http.Response.Headers[CallProblem.Number] = story.Id.ToString(CultureInfo.InvariantCulture);
        try
        {
            var end = await Answer(story, http.RequestAborted);
            if (!story.Told) await Refuse(story, end);
            meter.Count(story, end);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            if (!story.Told) await story.Tell(log, CallResult.CallerLeft, StatusCodes.Status499ClientClosedRequest, "");
        }
        catch (CallLogException unlogged)
        {
            logger.LogError(unlogged, "Call {Call} could not be logged and was not answered.", story.Id);
            if (http.Response.HasStarted) http.Abort();
            else await problem.Write(story, new(CallRefusal.NotLogged), CancellationToken.None);
        }
        // Whatever is wrong here, nobody is answered without a line in the log.
        catch (Exception bug)
        {
            logger.LogError(bug, "Call {Call} failed.", story.Id);
            if (!story.Told) await Refuse(story, new(CallRefusal.PlatformFailed));
            else http.Abort();
        }
    }

    private async Task<CallEnd> Answer(CallStory story, CancellationToken cancel)
    {
        var why = Admit(story);
        if (why != CallRefusal.None) return new(why);
        var (service, grant) = (story.Service!, story.Grant!);
        if (!rates.Allow(grant)) return new(CallRefusal.TooFast);
        var compiled = service.Plan(grant);
        if (!compiled.TryGet(out var plan)) return new(CallRefusal.NotMounted, compiled.Faults[0]);
        var (asked, wrong) = await AskedParameters.Read(story.Http.Request, service, grant, plan, cancel);
        story.Request = key.Digest(asked.Canonical(service.Mount.Id));
        if (wrong != CallRefusal.None) return new(wrong);
        if (!await quotas.Take(grant.Id, grant.Quota, Today, cancel)) return new(CallRefusal.QuotaUsed);
        return await breakers.Run(service.Mount.Id, token => Forward(story, service, plan, asked, token), cancel);
    }

    private CallRefusal Admit(CallStory story)
    {
        var request = story.Http.Request;
        if (request.Headers.Authorization is not [{ } header] || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return CallRefusal.NoToken;
        var (now, at) = (permissions.Now, story.At.ToUnixTimeMilliseconds());
        if (!tokens.TryGet(TokenDigest.Of(header.AsSpan(Scheme.Length).Trim()), at, out var token) || !now.Applications.TryGetValue(token.ApplicationId, out var application) || !application.Holds(token.SecretId, at)) return CallRefusal.BadToken;
        story.Application = application;
        if (!application.Allowlist.Allows(story.Http.Connection.RemoteIpAddress ?? IPAddress.None)) return CallRefusal.Elsewhere;
        if (!long.TryParse(request.Path.Value.AsSpan().TrimStart('/'), NumberStyles.None, CultureInfo.InvariantCulture, out var mount) || !services.Now.TryGetValue(mount, out var service)) return CallRefusal.NoService;
        story.Service = service;
        var decision = Decide.On(now, application.Id, service.Mount.ResourceId, request.Headers[GrantHeader].ToString(), Today);
        story.Grant = decision.Grant;
        return decision.Why;
    }

    private async Task<CallEnd> Forward(CallStory story, Service service, ProjectionPlan plan, AskedParameters asked, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(options.Begin);
        var sent = MountCall.Sent(service.Parameters, p => asked[p.Name]);
        // The caller's body was read and checked; what goes on is made of its values.
        if (MountCall.Body(service.Mount, sent) is { } body) (story.Http.Request.Body, story.Http.Request.ContentLength) = (new MemoryStream(body), body.Length);
        var answer = new ProjectAnswer(story, service, plan, asked, sent, projectors, log, key, patience, options);
        var error = await forwarder.SendAsync(story.Http, service.Mount.Address, client.Invoker, Forwarding, answer, patience.Token);
        cancel.ThrowIfCancellationRequested();
        return error switch
        {
            _ when story.Told => answer.End,
            ForwarderError.None => answer.End,
            ForwarderError.RequestTimedOut or ForwarderError.RequestCanceled or ForwarderError.ResponseBodyCanceled => new(CallRefusal.ProviderSlow),
            _ when story.Http.GetForwarderErrorFeature()?.Exception is { } e && Find<CallLogException>(e) is { } unlogged => throw unlogged,
            _ => answer.End.Why == CallRefusal.None ? new(CallRefusal.ProviderSilent) : answer.End,
        };
    }

    private async Task Refuse(CallStory story, CallEnd end)
    {
        var kind = RefusalKind.Of(end.Why);
        await story.Tell(log, kind.Side == Side.Provider && kind.Stage != Stage.Grant ? CallResult.ProviderFailed : CallResult.Refused, kind.Status, end.Code);
        // The forwarder has said in its own words that it failed.
        if (!story.Http.Response.HasStarted) await problem.Write(story, end, story.Http.RequestAborted);
    }

    private static T? Find<T>(Exception e) where T : Exception
    {
        for (var at = e; at is not null; at = at.InnerException!)
            if (at is T found) return found;
        return null;
    }

    private int Today => clock.Today().DayNumber;
}
