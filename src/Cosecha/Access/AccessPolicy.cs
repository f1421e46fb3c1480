using System.Security.Cryptography;
using System.Text;
using Cosecha.Audit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Cosecha.Access;

/// <summary>Decides who may call the routes of staff. The name of an actor comes from the credential, never from what a request says.</summary>
public sealed class AccessPolicy
{
    private readonly bool _platform;
    private readonly byte[]? _operatorKey;
    private readonly byte[]? _reviewerKey;

    /// <summary>Reads the settings.</summary>
    public AccessPolicy(IOptions<AccessOptions> options, IHostEnvironment environment)
    {
        var settings = options.Value;
        (_platform, _operatorKey, _reviewerKey) = (
            settings.PlatformAuthentication,
            Digest(settings.OperatorKey),
            Digest(settings.ReviewerKey)
        );
        Mode =
            Means.Count > 0 ? AccessMode.Guarded
            : environment.IsDevelopment() ? AccessMode.Open
            : AccessMode.Closed;
    }

    /// <summary>How the routes are guarded.</summary>
    public AccessMode Mode { get; }

    /// <summary>With what they are guarded, as names of settings.</summary>
    public IReadOnlyList<string> Means =>
        [
            .. _platform ? ["Access__PlatformAuthentication"] : Array.Empty<string>(),
            .. _operatorKey is null ? Array.Empty<string>() : ["Access__OperatorKey"],
            .. _reviewerKey is null ? Array.Empty<string>() : ["Access__ReviewerKey"],
        ];

    /// <summary>Decides about a call.</summary>
    /// <param name="request">What it says about its caller.</param>
    /// <param name="needed">The role that the route needs.</param>
    public AccessDecision Decide(AccessRequest request, AccessRole needed) =>
        Identify(request) switch
        {
            null => new(Actors.Unknown, AccessRefusal.Unauthenticated),
            { } caller when caller.Has(needed) => new(caller.Name, null),
            { } caller => new(caller.Name, AccessRefusal.Forbidden),
        };

    private Caller? Identify(AccessRequest request) =>
        Mode switch
        {
            AccessMode.Open when request.IsLocal => new(Actors.Local, AccessRole.Operator),
            AccessMode.Guarded when _platform && request.Principal is { } principal => ClientPrincipal.Read(
                principal,
                request.PrincipalName
            ),
            AccessMode.Guarded when Digest(request.Key) is { } key => OfKey(key),
            _ => null,
        };

    /// <summary>Both keys are compared, and in full: how long it takes tells nothing.</summary>
    private Caller? OfKey(byte[] key)
    {
        var isOperator = _operatorKey is not null && CryptographicOperations.FixedTimeEquals(key, _operatorKey);
        var isReviewer = _reviewerKey is not null && CryptographicOperations.FixedTimeEquals(key, _reviewerKey);
        return isOperator ? new(Actors.OperatorKey, AccessRole.Operator)
            : isReviewer ? new(Actors.ReviewerKey, AccessRole.Reviewer)
            : null;
    }

    private static byte[]? Digest(string? key) => string.IsNullOrEmpty(key) ? null : SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
