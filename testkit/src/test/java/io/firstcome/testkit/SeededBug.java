package io.firstcome.testkit;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.ChangeOutcome;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Decision;
import io.firstcome.core.issue.Holders;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.issue.Verdict;
import io.firstcome.core.issue.Verdict.Granted;
import io.firstcome.core.ledger.BatchOutcome;
import io.firstcome.core.ledger.CreateOutcome;
import io.firstcome.core.ledger.IssueBatch;
import io.firstcome.core.ledger.LedgerException;
import io.firstcome.core.ledger.UserCoupon;
import io.firstcome.testkit.InMemoryFixture.Opening;
import io.firstcome.testkit.InMemoryLedger.Store;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A mistake that whoever writes a ledger could make, and the test of the contract that must
/// notice.
@SuppressWarnings("ImmutableEnumChecker")
enum SeededBug {
    ISSUES_ONE_TOO_MANY(
            "aBatchLargerThanTheQuantityIsGrantedTheQuantityInItsOrder",
            (campaign, now, users, holders) ->
                    Decision.decide(limited(campaign, 1), now, users, holders)),

    SAYS_SOLD_OUT_BEFORE_THE_LAST_COUPON(
            "theLastCouponIsGranted",
            (campaign, now, users, holders) ->
                    Decision.decide(limited(campaign, -1), now, users, holders)),

    GIVES_TO_A_USER_IN_EVERY_BATCH(
            "aUserInManyBatchesHoldsOneCoupon",
            (campaign, now, users, _) -> Decision.decide(campaign, now, users, _ -> null)),

    FORGETS_THE_WINNERS_AT_THE_SELL_OUT(
            "askingAgainAfterTheSellOutAnswersTheSameCoupon",
            (campaign, now, users, holders) ->
                    Decision.decide(
                            campaign, now, users, campaign.remaining() == 0 ? _ -> null : holders)),

    ANSWERS_A_RETRY_WITH_ITS_OWN_TIME(
            "case18_askingAgainAnswersTheSameOrdinalAndTime",
            (campaign, now, users, holders) ->
                    Decision.decide(campaign, now, users, user -> retimed(holders, user, now))),

    TELLS_USERS_APART_WITHOUT_CASE(
            "case16_usersWhoseIdsOnlyLookAlikeAreDifferentUsers",
            (campaign, now, users, holders) ->
                    Decision.decide(
                            campaign,
                            now,
                            users.stream().map(SeededBug::lowerCase).toList(),
                            holders)),

    NUMBERS_REQUESTS_INSTEAD_OF_COUPONS(
            "thoseWhoHoldOrAreDeniedLeaveNoGap",
            (campaign, now, users, holders) ->
                    numberedByRequest(
                            campaign.issued(), Decision.decide(campaign, now, users, holders))),

    NUMBERS_A_BATCH_FROM_ITS_END(
            "aBatchIsNumberedInItsOrder",
            (campaign, now, users, holders) -> {
                Decision reversed = Decision.decide(campaign, now, users.reversed(), holders);
                return new Decision(reversed.verdicts().reversed(), reversed.granted());
            }),

    OPENS_A_MICROSECOND_EARLY(
            "case05_aMicrosecondBeforeTheStartNothingIsIssued",
            (campaign, now, users, holders) ->
                    Decision.decide(shifted(campaign, -1, 0), now, users, holders)),

    ISSUES_AT_THE_END(
            "case05_atTheEndNothingIsIssued",
            (campaign, now, users, holders) ->
                    Decision.decide(shifted(campaign, 0, 1), now, users, holders)),

    IGNORES_A_PAUSE(
            "aPauseStopsIssuingUntilItIsResumed",
            (campaign, now, users, holders) ->
                    Decision.decide(resumed(campaign), now, users, holders)),

    FORGETS_USERS_AT_A_RESTART(
            "case18_askingAgainAfterARestartAnswersTheSameCoupon",
            (store, clock, faults) -> {
                InMemoryLedger ledger = new InMemoryLedger(store, clock, faults);
                ledger.holders.clear();
                return ledger;
            }),

    LOSES_THE_LAST_COUPON_AT_A_RESTART(
            "case04_everyAnsweredCouponIsThereAfterARestart",
            (store, clock, faults) -> {
                store.campaigns.replaceAll((_, campaign) -> withoutLast(store, campaign));
                return new InMemoryLedger(store, clock, faults);
            }),

    USES_THE_NUMBER_OF_A_DELETED_CAMPAIGN_AGAIN(
            "theNumberOfADeletedCampaignIsNotUsedAgainAfterARestart",
            (store, clock, faults) -> {
                store.lastNumber = store.campaigns.isEmpty() ? 0 : store.campaigns.lastKey();
                return new InMemoryLedger(store, clock, faults);
            }),

    LETS_THE_CLOCK_RUN_BACK_AT_A_RESTART(
            "case07_steppingBackAcrossARestartDoesNotOpenACampaignThatWasCalledEnded",
            (store, clock, faults) -> {
                store.floorMicros = 0;
                return new InMemoryLedger(store, clock, faults);
            }),

    DOES_NOT_CHECK_THE_VERSION(
            "aChangeOfAnOlderVersionIsOutdated",
            (store, clock, faults) ->
                    new InMemoryLedger(store, clock, faults) {
                        @Override
                        public synchronized ChangeOutcome changeDurably(
                                CampaignId id, OptionalLong version, CampaignChange change) {
                            return super.changeDurably(id, OptionalLong.empty(), change);
                        }
                    }),

    LOOKS_AT_THE_TERMS_BEFORE_THE_IDENTIFIER(
            "thatAnIdentifierIsInUseIsSaidBeforeAnythingOfTheTerms",
            (store, clock, faults) ->
                    new InMemoryLedger(store, clock, faults) {
                        @Override
                        public synchronized CreateOutcome createDurably(
                                CampaignId id, CampaignTerms terms) {
                            CampaignId unused = new CampaignId("nobody-has-this");
                            return terms.window().endMicros() <= now()
                                    ? super.createDurably(unused, terms)
                                    : super.createDurably(id, terms);
                        }
                    }),

    DELETES_ISSUED_COUPONS(
            "aCampaignOfWhichACouponIsIssuedIsNotDeleted",
            (store, clock, faults) ->
                    new InMemoryLedger(store, clock, faults) {
                        @Override
                        ChangeOutcome deletionOf(
                                @Nullable Campaign campaign, OptionalLong version) {
                            return campaign == null
                                    ? super.deletionOf(null, version)
                                    : new ChangeOutcome.Deleted(campaign);
                        }
                    }),

    CHECKS_THEN_ACTS(
            "case02_concurrentCallersWithTheSameUsersGrantEachOfThemOnce",
            (store, clock, faults) ->
                    new InMemoryLedger(store, clock, faults) {
                        @Override
                        Decision decide(
                                Campaign campaign, long now, List<UserId> users, Holders holders) {
                            Decision decision = super.decide(campaign, now, users, holders);
                            letOthersIn();
                            return decision;
                        }

                        private void letOthersIn() {
                            long until = System.nanoTime() + 1_000_000;
                            try {
                                while (System.nanoTime() < until) {
                                    wait(1);
                                }
                            } catch (InterruptedException e) {
                                throw new AssertionError(e);
                            }
                        }
                    }),

    GOES_ON_AFTER_A_LOST_ANSWER_AS_IF_NOTHING_WERE_DURABLE(
            "case18_whicheverCallFailsAfterItsEffectNothingAnsweredIsLost",
            (store, clock, faults) ->
                    new InMemoryLedger(store, clock, call -> Fault.NONE) {
                        @Override
                        <T> T durably(Supplier<T> act) {
                            T outcome = act.get();
                            if (faults.next("act") == Fault.NONE) {
                                return outcome;
                            }
                            holders.clear();
                            throw LedgerException.unknown("lost", new IOException());
                        }
                    }),

    ANSWERS_BEFORE_IT_IS_DURABLE(
            "case19_whicheverCallFailsBeforeItsEffectNothingAnsweredIsLost",
            (store, clock, faults) ->
                    new InMemoryLedger(store, clock, FaultPlan.NONE) {
                        @Override
                        void save(Campaign campaign, List<Issuance> granted) {
                            if (faults.next("write") == Fault.NONE) {
                                super.save(campaign, granted);
                            }
                        }
                    }),

    READS_COUPONS_OF_A_USER_LATE(
            "whatWasJustIssuedIsReadAtOnce",
            (store, clock, faults) ->
                    new InMemoryLedger(store, clock, faults) {
                        private boolean isIndexed;

                        @Override
                        public boolean doQuietWork() {
                            isIndexed = true;
                            return false;
                        }

                        @Override
                        public synchronized List<UserCoupon> couponsOf(
                                UserId user, long before, int limit) {
                            return isIndexed ? super.couponsOf(user, before, limit) : List.of();
                        }
                    }),

    LEAVES_OUT_A_HOLDER(
            "everyHolderIsHandedOut",
            (store, clock, faults) ->
                    new InMemoryLedger(store, clock, faults) {
                        @Override
                        public synchronized void forEachHolder(
                                long campaign, Consumer<UserId> consumer) {
                            issuances(campaign, 1, Integer.MAX_VALUE)
                                    .forEach(issuance -> consumer.accept(issuance.user()));
                        }
                    }),

    REPEATS_THE_LAST_OF_A_PAGE(
            "issuancesArePagedByOrdinal",
            (store, clock, faults) ->
                    new InMemoryLedger(store, clock, faults) {
                        @Override
                        public synchronized List<Issuance> issuances(
                                long campaign, int after, int limit) {
                            return super.issuances(campaign, Math.max(0, after - 1), limit);
                        }
                    }),

    MIXES_UP_THE_BATCHES_OF_A_CALL(
            "theBatchesOfOneCallAreDecidedEachByItself",
            (store, clock, faults) ->
                    new InMemoryLedger(store, clock, faults) {
                        @Override
                        public synchronized List<BatchOutcome> issueDurably(
                                List<IssueBatch> batches) {
                            return super.issueDurably(batches.reversed());
                        }
                    });

    /// How a ledger decides a batch.
    interface Decider {
        Decision decide(Campaign campaign, long nowMicros, List<UserId> users, Holders holders);
    }

    final String caughtBy;
    final Opening opening;

    SeededBug(String caughtBy, Opening opening) {
        this.caughtBy = caughtBy;
        this.opening = opening;
    }

    SeededBug(String caughtBy, Decider decider) {
        this(
                caughtBy,
                (store, clock, faults) ->
                        new InMemoryLedger(store, clock, faults) {
                            @Override
                            Decision decide(
                                    Campaign campaign,
                                    long now,
                                    List<UserId> users,
                                    Holders holders) {
                                return decider.decide(campaign, now, users, holders);
                            }
                        });
    }

    private static Campaign with(Campaign campaign, CampaignTerms terms, boolean isPaused) {
        return new Campaign(
                campaign.number(),
                campaign.id(),
                terms,
                isPaused,
                campaign.issued(),
                campaign.revision());
    }

    private static Campaign limited(Campaign campaign, int more) {
        CampaignTerms terms = campaign.terms();
        int limit = Math.max(terms.quantityMax() + more, Math.max(1, campaign.issued()));
        int quantity = Math.min(limit, CampaignTerms.QUANTITY_MAX);
        return with(
                campaign,
                new CampaignTerms(terms.name(), quantity, terms.window()),
                campaign.paused());
    }

    private static Campaign shifted(Campaign campaign, int start, int end) {
        CampaignTerms terms = campaign.terms();
        Window window = terms.window();
        long wrongEnd = window.hasEnd() ? window.endMicros() + end : Window.NO_END;
        Window wrong = new Window(window.startMicros() + start, wrongEnd);
        return with(
                campaign,
                new CampaignTerms(terms.name(), terms.quantity(), wrong),
                campaign.paused());
    }

    private static Campaign resumed(Campaign campaign) {
        return with(campaign, campaign.terms(), false);
    }

    private static @Nullable Issuance retimed(Holders holders, UserId user, long now) {
        Issuance issuance = holders.find(user);
        return issuance == null ? null : new Issuance(issuance.ordinal(), user, now);
    }

    private static UserId lowerCase(UserId user) {
        return new UserId(user.value().toLowerCase(Locale.ROOT));
    }

    private static Decision numberedByRequest(int issued, Decision decision) {
        List<Verdict> verdicts = new ArrayList<>();
        List<Issuance> granted = new ArrayList<>();
        for (Verdict verdict : decision.verdicts()) {
            if (verdict instanceof Granted(Issuance right)) {
                int ordinal = issued + verdicts.size() + 1;
                granted.add(new Issuance(ordinal, right.user(), right.issuedAtMicros()));
                verdicts.add(new Granted(granted.getLast()));
            } else {
                verdicts.add(verdict);
            }
        }
        return new Decision(verdicts, granted);
    }

    private static Campaign withoutLast(Store store, Campaign campaign) {
        List<Issuance> issuances = store.issuances.getOrDefault(campaign.number(), List.of());
        if (issuances.isEmpty()) {
            return campaign;
        }
        issuances.removeLast();
        return campaign.withIssued(-1);
    }
}
